namespace NasDaemon.Abstractions.LanguageModels;

/// <summary>What an answer cost.</summary>
/// <param name="Prompt">Tokens of the prompt, template included.</param>
/// <param name="Reused">How many of them did not have to be decoded, since an earlier prompt began with the same.</param>
/// <param name="Generated">Tokens of the answer.</param>
/// <param name="PromptTime">How long the prompt took.</param>
/// <param name="GenerationTime">How long the answer took.</param>
public sealed record TokenUsage(int Prompt, int Reused, int Generated, TimeSpan PromptTime, TimeSpan GenerationTime)
{
    /// <summary>Nothing was spent.</summary>
    public static TokenUsage None { get; } = new(0, 0, 0, TimeSpan.Zero, TimeSpan.Zero);
}
