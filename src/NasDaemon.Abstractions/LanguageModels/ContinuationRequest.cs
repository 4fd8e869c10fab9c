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
public sealed record ContinuationResult(string Text, int Tokens, FinishReason Reason);
