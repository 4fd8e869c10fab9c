using NasDaemon.Abstractions.Storage;
using NasDaemon.Pipeline.Outbox;
using NasDaemon.Pipeline.Searching.Phases;

namespace NasDaemon.Pipeline.Searching.Reporting;

/// <summary>Tells where a running task stands.</summary>
internal static class ProgressBuilder
{
    public static TaskProgress Build(TaskLedger ledger, SearchSetup setup, IReadOnlyCollection<int> running)
    {
        var counts = Counts(ledger, setup);
        var best = Finalists.Ranked(ledger).FirstOrDefault();
        return new TaskProgress(
            ledger.Task.Id,
            ledger.Task.State,
            ledger.Now,
            ledger.Clock.SearchSeconds + ledger.Clock.FinalSeconds,
            Remaining(ledger, counts),
            counts,
            best is null ? null : new BestSoFar(best.Key.Number, best.Score!.ValidationAccuracy, best.Score.Parameters, best.Score.Flops),
            [.. running.Order().Select(number => Running(ledger.Trial(number), ledger))],
            ledger.Runner.EndReason);
    }

    private static StatusCounts Counts(TaskLedger ledger, SearchSetup setup) => new(
        Proposed: ledger.Candidates.Count,
        Refused: ledger.Candidates.Count(candidate => candidate.State == CandidateState.Refused),
        Duplicates: ledger.Candidates.Count(candidate => candidate.State == CandidateState.Duplicate),
        Trained: ledger.SearchTrials.Count(),
        Finished: ledger.SearchTrials.Count(trial => trial.State is TrialState.Finished or TrialState.Stopped),
        Failed: ledger.SearchTrials.Count(trial => trial.State == TrialState.Failed),
        Budget: setup.Task.Budget.Trials)
    {
        Proposals = ProposalCounter.Count(ledger.Candidates, ledger.SearchTrials),
    };

    /// <summary>As long as the networks before took on average; nothing is said of the final trainings.</summary>
    private static double? Remaining(TaskLedger ledger, StatusCounts counts)
    {
        var ended = counts.Finished + counts.Failed;
        return ledger.Task.State == TaskState.Searching && ended > 0
            ? ledger.Clock.SearchSeconds / ended * (counts.Budget - ended)
            : null;
    }

    private static RunningTrial Running(TrialRecord trial, TaskLedger ledger)
    {
        var epochs = ledger.Epochs(trial.Key.Number);
        return new RunningTrial(
            trial.Key.Number,
            trial.Kind,
            epochs.Count,
            TaskLedger.RecipeOf(trial).Fidelity.Epochs,
            epochs is [.., var last] ? last.Validation?.Accuracy : null);
    }
}
