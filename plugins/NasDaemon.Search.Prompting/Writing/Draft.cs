using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Sources;

namespace NasDaemon.Search.Prompting.Writing;

/// <summary>What an answer gave: a source with what it holds, or why there is none.</summary>
/// <param name="Source">The source; empty where there is none.</param>
/// <param name="Reading">What it holds; null where there is none.</param>
/// <param name="Refusal">Why there is none; null where there is.</param>
internal sealed record Draft(string Source, SourceReading? Reading, Failure? Refusal)
{
    /// <summary>Why this is no network for the task; null where it is.</summary>
    public Failure? Failure => Refusal ?? Reading?.Failure;

    /// <summary>There is no source.</summary>
    /// <param name="refusal">Why.</param>
    /// <returns>The draft.</returns>
    public static Draft Refused(Failure refusal) => new(string.Empty, null, refusal);
}
