using NasDaemon.Abstractions.Search;

namespace NasDaemon.Pipeline.Searching.Reporting;

/// <summary>Tells a network that a language model wrote from one that it read in its prompt.</summary>
internal static class PromptCopy
{
    /// <summary>Whether the prompt showed the source, but for whitespace.</summary>
    public static bool IsCopy(Candidate candidate) =>
        candidate is { Source.Length: > 0, Origin: PromptOrigin prompt } && Dense(prompt.Prompt).Contains(Dense(candidate.Source), StringComparison.Ordinal);

    private static string Dense(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
