using NasDaemon.Abstractions.Serialisation;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Commands.Tasks;
using NasDaemon.Pipeline.Statistics;
using NasDaemon.Pipeline.Trials;
using NasDaemon.Reports.Figures;

namespace NasDaemon.Commands.Comparing;

/// <summary>Reads tasks for a comparison.</summary>
/// <param name="tasks">The store.</param>
internal sealed class ComparedTasks(TaskFinder tasks)
{
    /// <summary>Reads what was named: searches only, experiments only, or parts of experiments only.</summary>
    /// <param name="names">What was named.</param>
    /// <returns>The comparison, or why there is none.</returns>
    public (Comparison? Comparison, string? Obstacle) Read(IReadOnlyList<ComparedName> names)
    {
        if (names.All(name => name.IsSearch))
        {
            return (Comparison.Of(ComparedFigure.Networks, [.. names.Select(name => Search(name.Task))]), null);
        }

        if (names.All(name => name.IsExperiment))
        {
            return Experiments(names);
        }

        return names.Any(name => name.IsSearch || name.IsExperiment)
            ? (null, "Searches, experiments and their arms cannot be compared with each other. Name arms of each experiment, EXPERIMENT/ARM; or, beside a search, single runs: EXPERIMENT/ARM/DATASET/SEED.")
            : (Runs([.. names.Select(name => (name, (string?)null))]), null);
    }

    private static (Comparison? Comparison, string? Obstacle) Experiments(IReadOnlyList<ComparedName> experiments)
    {
        var common = experiments[0].Arms.Where(arm => experiments.All(experiment => experiment.Arms.Contains(arm))).ToList();
        if (common.Count > 0)
        {
            return (Runs([.. from arm in common from experiment in experiments select (experiment.Of(arm), (string?)arm)]), null);
        }

        var arms = string.Join("; ", experiments.Select(experiment => $"{experiment.Name} has {string.Join(", ", experiment.Arms)}"));
        return (null, $"These experiments have no arm in common, and different arms are not taken together: {arms}. Name arms, EXPERIMENT/ARM, to compare those.");
    }

    private static Comparison Runs(IReadOnlyList<(ComparedName Name, string? Arm)> named)
    {
        var isTested = named.All(part => part.Name.Runs.All(run => run.Failure is not null || run.Test is not null));
        var figure = isTested ? ComparedFigure.RunsOnTest : ComparedFigure.RunsOnValidation;
        return Comparison.Of(figure, [.. named.Select(part => Arm(part.Name, isTested) with { Arm = part.Arm })]);
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
            trials.Count(trial => trial.Kind == TrialKind.Search && trial.IsTakenOver),
            record.SearchSeconds,
            [.. trials.Select(trial => trial.Dataset)],
            [.. scored.Select(Recipe)],
            [.. scored.Where(trial => !trial.IsTakenOver).Select(trial => trial.Score!.ValidationAccuracy)]);
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

    private static ComparedTask Arm(ComparedName part, bool isTested)
    {
        var best = part.Runs.MaxBy(run => run.Validation ?? double.NegativeInfinity);
        return new ComparedTask(
            part.Name,
            part.Task.State,
            best is { Validation: not null } ? new ComparedBest(best.Validation, best.Test, null, best.Parameters) : null,
            part.Runs.Sum(run => run.Trainings),
            part.Runs.Sum(run => run.Reused),
            part.Runs.Sum(run => run.Seconds),
            [.. part.Runs.Select(run => run.Dataset)],
            [],
            [.. part.Runs.Where(run => run.Failure is null).Select(run => isTested ? run.Test : run.Validation).OfType<double>()]);
    }

    // The data set is compared for itself, and the seed may differ.
    private static string Recipe(TrialRecord trial)
    {
        var recipe = RecordJson.Read<Recipe>(trial.Recipe);
        return RecordJson.Write(recipe.Training) + RecordJson.Write(recipe.Fidelity);
    }
}
