namespace NasDaemon.Abstractions.LanguageModels;

/// <summary>A language model whose answer can be cut back, continued from given text, and asked for the probabilities of given continuations.</summary>
public interface ISteerableLanguageModel : ILanguageModel
{
    /// <summary>Opens a sequence that begins with a prompt. What its prompt shares with an earlier one is not decoded again.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The sequence; disposing of it frees its place in the context.</returns>
    /// <exception cref="LanguageModelException">The prompt does not fit, or the model cannot be asked; the failure says which and what helps.</exception>
    ValueTask<ILanguageModelSequence> OpenAsync(Prompt prompt, CancellationToken cancellation);
}
