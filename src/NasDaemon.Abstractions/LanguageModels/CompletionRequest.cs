using System.Collections.Immutable;

namespace NasDaemon.Abstractions.LanguageModels;

/// <summary>A prompt with how to answer it.</summary>
/// <param name="Prompt">The prompt.</param>
/// <param name="Sampling">How tokens are drawn.</param>
/// <param name="MaximumTokens">The longest answer in tokens, at least 1.</param>
/// <param name="StopStrings">Where the answer ends; the string itself is not part of it. At most 16.</param>
/// <param name="Grammar">A GBNF grammar with a rule <c>root</c> that the answer follows, or null.</param>
public sealed record CompletionRequest(
    Prompt Prompt,
    SamplingSettings Sampling,
    int MaximumTokens,
    ImmutableArray<string> StopStrings,
    string? Grammar = null);
