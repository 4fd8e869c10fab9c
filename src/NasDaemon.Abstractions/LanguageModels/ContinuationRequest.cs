using System.Collections.Immutable;

namespace NasDaemon.Abstractions.LanguageModels;

/// <summary>How a sequence goes on.</summary>
/// <param name="Sampling">How tokens are drawn.</param>
/// <param name="MaximumTokens">The most tokens to add, at least 1.</param>
/// <param name="StopStrings">Where to stop; a token that completes one is the last to be added.</param>
/// <param name="Grammar">A GBNF grammar that the added text follows, or null.</param>
public sealed record ContinuationRequest(
    SamplingSettings Sampling,
    int MaximumTokens,
    ImmutableArray<string> StopStrings,
    string? Grammar = null);

/// <summary>What was added to a sequence.</summary>
/// <param name="Text">The text, with the stop string and what followed it in the same token.</param>
/// <param name="Tokens">How many tokens were sampled.</param>
/// <param name="Reason">Why it ended.</param>
public sealed record ContinuationResult(string Text, int Tokens, FinishReason Reason)
{
    /// <summary>How many tokens of the sequence's first prompt did not have to be decoded, since an earlier text began with the same.</summary>
    public int Reused { get; init; }

    /// <summary>How long it took to read what stood in the sequence and was not decoded yet; waiting for other requests is no part of it.</summary>
    public TimeSpan ReadingTime { get; init; }
}
