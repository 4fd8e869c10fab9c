using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Reports.Text.Json;

/// <summary>A candidate that was not trained, and why.</summary>
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
        OriginDocument.Of(candidate.Candidate.Origin),
        FailureDocument.Of(candidate.Failure),
        candidate.Candidate.Source);
}

/// <summary>The trial whose result a candidate reuses.</summary>
internal sealed record DuplicateDocument(string Task, int Trial, FingerprintLevel? Level);
