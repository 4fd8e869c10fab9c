using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Reports.Text.Json;

/// <summary>A candidate that was not trained, and why.</summary>
/// <param name="Candidate">Number of the candidate in the task, from 1.</param>
/// <param name="State">What became of it.</param>
/// <param name="SourceFingerprint">MD5 over the source without whitespace.</param>
/// <param name="GraphFingerprint">MD5 over the network as a graph; null where it was not traced.</param>
/// <param name="DuplicateOf">The trial whose result it reuses; null for none.</param>
/// <param name="Origin">Where it came from.</param>
/// <param name="Failure">What is wrong with it; null for nothing.</param>
/// <param name="Source">The network as PyTorch source; empty where a model gave none.</param>
internal sealed record CandidateDocument(
    int Candidate,
    CandidateState State,
    string SourceFingerprint,
    string? GraphFingerprint,
    DuplicateDocument? DuplicateOf,
    OriginDocument Origin,
    FailureDocument? Failure,
    string Source)
{
    public static CandidateDocument Of(CandidateRecord candidate) => new(
        candidate.Number,
        candidate.State,
        candidate.SourceFingerprint,
        candidate.GraphFingerprint,
        candidate.DuplicateOf is { } trial ? new DuplicateDocument(trial.Task, trial.Number, candidate.DuplicateLevel) : null,
        OriginDocument.Of(candidate.Candidate),
        FailureDocument.Of(candidate.Failure),
        candidate.Candidate.Source);
}

/// <summary>The trial whose result a candidate reuses.</summary>
/// <param name="Task">The task of that trial.</param>
/// <param name="Trial">The trial's number there.</param>
/// <param name="Level">Which fingerprint recognised it.</param>
internal sealed record DuplicateDocument(string Task, int Trial, FingerprintLevel? Level);
