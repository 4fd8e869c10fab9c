using System.Collections.Immutable;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Abstractions.Training;
using NasDaemon.Pipeline.Searching.Phases;
using NasDaemon.Pipeline.Trials;

namespace NasDaemon.Pipeline.Searching.Reporting;

/// <summary>Turns a task's books into its report.</summary>
internal static class ReportBuilder
{
    public static TaskReport Build(TaskLedger ledger, SearchSetup setup, string endReason)
    {
        var finalists = Finished(ledger, setup);
        return new TaskReport(
            ledger.Task.Id,
            setup.Task,
            ledger.Task.Yaml,
            Best: finalists.FirstOrDefault(),
            finalists,
            Trials: [.. ledger.SearchTrials.Select(trial => new TrialReport(trial, ledger.Candidate(trial.Candidate), [.. ledger.Epochs(trial.Key.Number)]))],
            Candidates: [.. ledger.Candidates],
            Funnel.Count(ledger),
            MachineFacts.Gather(setup.Executor.Slots, ledger.Runner.Engine),
            endReason,
            TaskBeginning.Of(ledger, setup.Time),
            ledger.Clock.SearchSeconds + ledger.Clock.FinalSeconds)
        {
            FailedFinals = [.. ledger.Trials.Where(trial => trial is { Kind: TrialKind.Final, State: TrialState.Failed })],
            Notes = [.. setup.Task.Notes, .. setup.Strategy.Describe(), .. setup.Estimator.Describe(), .. ledger.Runner.Notes],
            Table = setup.Table is { } table ? Compare(table, ledger, setup.Task) : null,
        };
    }

    private static TableReport Compare(ITrainingTable table, TaskLedger ledger, SearchTask task) => new(
        table.Info.Name,
        table.BestValidation(new TabulatedRecipe(task.Dataset.Name, task.Training.Epochs)),
        Finalists.Ranked(ledger).FirstOrDefault()?.Score!.ValidationAccuracy);

    private static ImmutableArray<FinalistReport> Finished(TaskLedger ledger, SearchSetup setup)
    {
        var finals = ledger.Trials
            .Where(trial => trial is { Kind: TrialKind.Final, State: TrialState.Finished, Test: not null })
            .ToDictionary(trial => trial.Candidate);
        return
        [
            .. from search in Finalists.Ranked(ledger)
               where finals.ContainsKey(search.Candidate)
               let final = finals[search.Candidate]
               select new FinalistReport(
                   ledger.Candidate(search.Candidate),
                   search,
                   final,
                   final.Test!,
                   TrialFolder.Of(setup.StateFolder, final.Key).Path)
               {
                   Epochs = [.. ledger.Epochs(final.Key.Number)],
               },
        ];
    }
}
