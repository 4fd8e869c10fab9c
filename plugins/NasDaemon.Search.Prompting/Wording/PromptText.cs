using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.Search.Prompting.Wording;

/// <summary>A prompt as one text, for the books.</summary>
internal static class PromptText
{
    /// <summary>Writes a prompt down.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <returns>Its messages under their roles, and the beginning of the answer.</returns>
    public static string Of(ChatPrompt prompt) =>
        string.Join("\n\n", prompt.Messages.Select(message => $"[{message.Role}]\n{message.Text}"))
        + (prompt.AnswerStart.Length > 0 ? $"\n\n[{ChatRole.Assistant}]\n{prompt.AnswerStart}" : string.Empty);
}
