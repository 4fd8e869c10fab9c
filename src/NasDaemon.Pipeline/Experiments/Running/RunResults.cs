using System.Collections.Immutable;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Pipeline.Experiments.Running;

/// <summary>What an experiment keeps of the report of a run.</summary>
internal static class RunResults
{
    /// <summary>Of a run that came to its end.</summary>
    public static ExperimentRunReport Of(ExperimentRun run, TaskReport report)
    {
        var best = report.Trials.Where(trial => trial.Trial.Score is not null).MaxBy(trial => trial.Trial.Score!.ValidationAccuracy)?.Trial.Score;
        return new ExperimentRunReport(
            run.Arm,
            run.Dataset,
            run.Task.Seed,
            report.Best?.Search.Score?.ValidationAccuracy ?? best?.ValidationAccuracy,
            report.Best?.Test.Accuracy,
            report.Table?.Regret,
            report.Best?.Search.Score?.Parameters ?? best?.Parameters,
            report.Trials.Length,
            report.Trials.Count(trial => trial.Trial.IsTakenOver),
            report.Candidates.Length,
            report.Seconds,
            report.EndReason)
        {
            BestSoFar = BestSoFar(report.Trials),
            SecondsSoFar = SecondsSoFar(report.Trials),
            Proposals = report.Funnel.Proposals,
            Notes = report.Notes,
            Engine = report.Machine.Engine,
        };
    }

    /// <summary>Of a run that failed.</summary>
    public static ExperimentRunReport Failed(ExperimentRun run, TaskRecord record, string? message) => new(
        run.Arm,
        run.Dataset,
        run.Task.Seed,
        Validation: null,
        Test: null,
        Regret: null,
        Parameters: null,
        Trainings: 0,
        Reused: 0,
        Candidates: 0,
        record.SearchSeconds,
        EndReason: string.Empty,
        message ?? "The run failed. The log says why.");

    private static ImmutableArray<double> BestSoFar(ImmutableArray<TrialReport> trials)
    {
        var best = ImmutableArray.CreateBuilder<double>(trials.Length);
        foreach (var trial in trials)
        {
            best.Add(Math.Max(best.Count > 0 ? best[^1] : 0, trial.Trial.Score?.ValidationAccuracy ?? 0));
        }

        return best.MoveToImmutable();
    }

    private static ImmutableArray<double> SecondsSoFar(ImmutableArray<TrialReport> trials)
    {
        var seconds = 0.0;
        return [.. trials.Select(trial => seconds += trial.Trial.Score?.Seconds ?? trial.Epochs.Sum(epoch => epoch.Seconds))];
    }
}
