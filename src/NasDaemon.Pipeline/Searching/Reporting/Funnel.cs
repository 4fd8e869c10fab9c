using System.Collections.Immutable;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Pipeline.Searching.Reporting;

/// <summary>Counts how many candidates reached which stage.</summary>
internal static class Funnel
{
    public static FunnelReport Count(TaskLedger ledger)
    {
        var traced = ledger.Candidates.Where(candidate => candidate.Architecture is not null).ToList();
        var trained = ledger.SearchTrials.Where(trial => trial.Starts > 0).ToList();
        var failures = ledger.Candidates.Select(candidate => candidate.Failure).Concat(trained.Select(trial => trial.Failure)).OfType<Failure>();
        return new FunnelReport(
            Proposed: ledger.Candidates.Count,
            Traced: traced.Count,
            WithinConstraints: traced.Count(candidate => candidate.Failure?.Class != FailureClass.ConstraintExceeded),
            SourceDuplicates: ledger.Candidates.Count(candidate => candidate.DuplicateLevel == FingerprintLevel.Source),
            GraphDuplicates: ledger.Candidates.Count(candidate => candidate.DuplicateLevel == FingerprintLevel.Graph),
            Dropped: ledger.Candidates.Count(candidate => candidate.State is CandidateState.Dropped or CandidateState.Answered),
            Trained: trained.Count,
            Finished: trained.Count(trial => trial.State == TrialState.Finished),
            Stopped: trained.Count(trial => trial.State == TrialState.Stopped),
            Failed: trained.Count(trial => trial.State == TrialState.Failed),
            Failures: failures.CountBy(failure => failure.Class).ToImmutableSortedDictionary(),
            SecondsSaved: Saved(ledger, FingerprintLevel.Source) + Saved(ledger, FingerprintLevel.Graph))
        {
            Proposals = ProposalCounter.Count(ledger.Candidates, ledger.SearchTrials),
            SecondsSavedBySource = Saved(ledger, FingerprintLevel.Source),
        };
    }

    private static double Saved(TaskLedger ledger, FingerprintLevel level) =>
        ledger.Candidates.Where(candidate => candidate.DuplicateLevel == level).Sum(candidate => Saved(candidate, ledger));

    /// <summary>The training time that a repeated network would have taken: as long as it took the first time.</summary>
    private static double Saved(CandidateRecord repeat, TaskLedger ledger) =>
        repeat.GraphFingerprint is { } network && ledger.SearchTrialOfNetwork(network)?.Score is { } score ? score.Seconds : 0;
}
