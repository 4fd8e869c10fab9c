using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Pipeline.Searching.Phases;

/// <summary>The order of a task's networks. The validation samples decide: the test samples choose nothing.</summary>
internal static class Finalists
{
    /// <summary>The search trials with a result, the best first. Every network has one trial, so none occurs twice.</summary>
    public static IEnumerable<TrialRecord> Ranked(TaskLedger ledger) => ledger.SearchTrials
        .Where(trial => trial is { State: TrialState.Finished or TrialState.Stopped, Score: not null })
        .OrderByDescending(trial => trial.Score!.ValidationAccuracy)
        .ThenBy(trial => trial.Score!.ValidationLoss)
        .ThenBy(trial => trial.Score!.Parameters)
        .ThenBy(trial => trial.Key.Number);
}
