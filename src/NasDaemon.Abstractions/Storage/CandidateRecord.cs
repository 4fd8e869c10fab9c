using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Search;

namespace NasDaemon.Abstractions.Storage;

/// <summary>A candidate as it is stored.</summary>
/// <param name="Task">The task's id.</param>
/// <param name="Number">Its number in the task, from 1 in the order of proposal.</param>
/// <param name="Candidate">Source and origin.</param>
/// <param name="State">Where it stands.</param>
/// <param name="SourceFingerprint">MD5 over the source without whitespace, as 32 hexadecimal digits.</param>
/// <param name="GraphFingerprint">MD5 over the canonical graph; null where it was not traced.</param>
/// <param name="Architecture">The traced graph; null where tracing failed.</param>
/// <param name="Failure">Why it was refused; null where it was not.</param>
/// <param name="DuplicateOf">The trial whose result it reuses; null where it is none's duplicate.</param>
/// <param name="DuplicateLevel">Which fingerprint recognised it; null where it is no duplicate.</param>
/// <param name="Created">When it was proposed.</param>
public sealed record CandidateRecord(
    string Task,
    int Number,
    Candidate Candidate,
    CandidateState State,
    string SourceFingerprint,
    string? GraphFingerprint,
    Architecture? Architecture,
    Failure? Failure,
    TrialKey? DuplicateOf,
    FingerprintLevel? DuplicateLevel,
    DateTimeOffset Created);

/// <summary>Where a candidate stands.</summary>
public enum CandidateState
{
    /// <summary>Proposed, not looked at yet.</summary>
    Proposed,

    /// <summary>Refused by the tracer or the task's constraints.</summary>
    Refused,

    /// <summary>The same network was trained before.</summary>
    Duplicate,

    /// <summary>Dropped by the estimator before training.</summary>
    Dropped,

    /// <summary>Answered by the estimator without training.</summary>
    Answered,

    /// <summary>It has a trial.</summary>
    Trial,
}
