using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Serialisation;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Commands.Tasks;
using NasDaemon.Pipeline.Experiments;
using NasDaemon.Pipeline.Statistics;
using NasDaemon.Pipeline.Trials;
using NasDaemon.Reports.Figures;

namespace NasDaemon.Commands.Comparing;

/// <summary>Reads tasks for a comparison.</summary>
/// <param name="tasks">The store.</param>
internal sealed class ComparedTasks(TaskFinder tasks)
{
    /// <summary>Reads tasks, all of them searches or all of them experiments.</summary>
    /// <param name="records">The tasks.</param>
    /// <returns>The tasks with what is compared of them; null where searches and experiments are mixed.</returns>
    public Comparison? Read(IReadOnlyList<TaskRecord> records)
    {
        var runs = records.Select(record => tasks.Runs(record)
            .Select(run => StoredRun.Read(tasks.Store, run.Id)).OfType<ExperimentRunReport>().ToList()).ToList();
        return runs.Count(list => list.Count > 0) switch
        {
            0 => Comparison.Of(ComparedFigure.Networks, [.. records.Select(Search)]),
            var experiments when experiments == records.Count => Experiments(records, runs),
            _ => null,
        };
    }

    private static Comparison Experiments(IReadOnlyList<TaskRecord> records, List<List<ExperimentRunReport>> runs)
    {
        var isTested = runs.All(list => list.All(run => run.Failure is not null || run.Test is not null));
        var figure = isTested ? ComparedFigure.RunsOnTest : ComparedFigure.RunsOnValidation;
        return Comparison.Of(figure, [.. records.Zip(runs, (record, list) => Experiment(record, list, isTested))]);
    }

    private ComparedTask Search(TaskRecord record)
    {
        var trials = tasks.Store.Trials(record.Id);
        var scored = trials.Where(trial => trial is { Kind: TrialKind.Search, State: TrialState.Finished or TrialState.Stopped, Score: not null }).ToList();
        var best = scored
            .OrderByDescending(trial => trial.Score!.ValidationAccuracy)
            .ThenBy(trial => trial.Score!.ValidationLoss)
            .ThenBy(trial => trial.Score!.Parameters)
            .ThenBy(trial => trial.Key.Number)
            .Select(trial => (Trial: trial, Final: trials.FirstOrDefault(final => final is { Kind: TrialKind.Final, Test: not null } && final.Candidate == trial.Candidate)))
            .OrderBy(pair => pair.Final is null)
            .FirstOrDefault();
        return new ComparedTask(
            record.Id,
            record.State,
            best.Trial is null ? null : Best(best.Trial, best.Final),
            trials.Count(trial => trial.Kind == TrialKind.Search),
            record.SearchSeconds,
            [.. trials.Select(trial => trial.Dataset)],
            [.. scored.Select(Recipe)],
            [.. scored.Select(trial => trial.Score!.ValidationAccuracy)]);
    }

    private static ComparedBest Best(TrialRecord search, TrialRecord? final)
    {
        var interval = final?.Test is { } test ? WilsonInterval.Of(test.Accuracy, test.Samples) : null;
        return new ComparedBest(
            search.Score!.ValidationAccuracy,
            final?.Test?.Accuracy,
            interval is null ? null : new ConfidenceInterval(interval.Low, interval.High),
            search.Score.Parameters);
    }

    private static ComparedTask Experiment(TaskRecord record, List<ExperimentRunReport> runs, bool isTested)
    {
        var best = runs.MaxBy(run => run.Validation ?? double.NegativeInfinity);
        return new ComparedTask(
            record.Id,
            record.State,
            best is { Validation: not null } ? new ComparedBest(best.Validation, best.Test, null, best.Parameters) : null,
            runs.Sum(run => run.Trainings),
            record.SearchSeconds,
            [.. runs.Select(run => run.Dataset)],
            [],
            [.. runs.Where(run => run.Failure is null).Select(run => isTested ? run.Test : run.Validation).OfType<double>()]);
    }

    // The data set is compared for itself, and the seed may differ.
    private static string Recipe(TrialRecord trial)
    {
        var recipe = RecordJson.Read<Recipe>(trial.Recipe);
        return RecordJson.Write(recipe.Training) + RecordJson.Write(recipe.Fidelity);
    }
}
