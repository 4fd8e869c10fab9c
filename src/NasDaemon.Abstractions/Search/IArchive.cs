using System.Text.Json.Serialization;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Abstractions.Search;

/// <summary>Every earlier trial, this task's first, read-only.</summary>
public interface IArchive
{
    /// <summary>The id of the task whose trials come first; empty where there is none.</summary>
    string Task => string.Empty;

    /// <summary>Trials that ended with a score.</summary>
    /// <param name="dataset">Only those on this data set; null for all.</param>
    /// <param name="limit">At most so many, the best first within this task and then within the others.</param>
    /// <returns>The trials with their candidates.</returns>
    IReadOnlyList<ArchivedTrial> Best(string? dataset, int limit);

    /// <summary>
    /// Trials of earlier tasks that ended with a score, on any data set, as far as the task wants to know of them: those of the store, those
    /// of an exported archive, or none.
    /// </summary>
    /// <param name="limit">At most so many, the best first.</param>
    /// <returns>The trials with their candidates; the architecture of one may be missing.</returns>
    IReadOnlyList<ArchivedTrial> Earlier(int limit);
}

/// <summary>A trial of the archive with the candidate that it trained.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Trial">The trial.</param>
public sealed record ArchivedTrial(CandidateRecord Candidate, TrialRecord Trial)
{
    /// <summary>What the network reads and returns; only where the trial comes from a file, which leaves the graph out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NetworkShape? Shape { get; init; }
}
