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
}

/// <summary>A trial of the archive with the candidate that it trained.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Trial">The trial.</param>
public sealed record ArchivedTrial(CandidateRecord Candidate, TrialRecord Trial);
