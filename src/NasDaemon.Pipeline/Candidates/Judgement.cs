using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Pipeline.Candidates;

/// <summary>What is known of a candidate before it is trained.</summary>
/// <param name="SourceFingerprint">The fingerprint of its source.</param>
/// <param name="Architecture">Its network; null where the source was refused.</param>
/// <param name="GraphFingerprint">The fingerprint of its network; null where there is none.</param>
/// <param name="Verdict">What follows.</param>
public sealed record Judgement(string SourceFingerprint, Architecture? Architecture, string? GraphFingerprint, Verdict Verdict);

/// <summary>What follows for a candidate.</summary>
public abstract record Verdict;

/// <summary>It cannot be trained.</summary>
/// <param name="Failure">Why.</param>
public sealed record RefusedVerdict(Failure Failure) : Verdict;

/// <summary>It is a network that has a trial already.</summary>
/// <param name="Level">Which fingerprint recognised it.</param>
/// <param name="Trial">The trial: of this task, in whatever state, or of an earlier task, trained to the end of the same recipe.</param>
public sealed record KnownVerdict(FingerprintLevel Level, TrialRecord Trial) : Verdict;

/// <summary>It is a network that nobody has trained under this recipe.</summary>
public sealed record NewVerdict : Verdict;
