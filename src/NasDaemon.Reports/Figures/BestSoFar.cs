using System.Collections.Immutable;
using NasDaemon.Abstractions.Reports;

namespace NasDaemon.Reports.Figures;

/// <summary>How the best validation accuracy grew.</summary>
public static class BestSoFar
{
    /// <summary>After each trial, by number.</summary>
    /// <param name="trials">The trials.</param>
    /// <returns>One place for each trial from the first with a result on.</returns>
    public static ImmutableArray<ProgressPoint> ByTrial(IEnumerable<TrialReport> trials) =>
        Grow(trials.Select((trial, index) => (index + 1.0, trial)));

    /// <summary>After each trial, by the time at which its result was in.</summary>
    /// <param name="report">The task.</param>
    /// <returns>One place for each trial that has ended, from the first with a result on. Where a table answered, training time is counted.</returns>
    public static ImmutableArray<ProgressPoint> ByTime(TaskReport report)
    {
        if (report.Table is not null)
        {
            var seconds = 0.0;
            return Grow(report.Trials.Select(trial => (seconds += trial.Seconds(), trial)));
        }

        return Grow(report.Trials
            .Where(trial => trial.Trial.Ended is not null)
            .OrderBy(trial => trial.Trial.Ended)
            .Select(trial => (Math.Max((trial.Trial.Ended!.Value - report.Started).TotalSeconds, 0), trial)));
    }

    private static ImmutableArray<ProgressPoint> Grow(IEnumerable<(double At, TrialReport Trial)> trials)
    {
        var points = ImmutableArray.CreateBuilder<ProgressPoint>();
        TrialReport? best = null;
        foreach (var (at, trial) in trials)
        {
            if (trial.Trial.Score is { } score && !(score.ValidationAccuracy <= best?.Trial.Score!.ValidationAccuracy))
            {
                best = trial;
            }

            if (best is not null)
            {
                points.Add(new ProgressPoint(at, best.Trial.Score!.ValidationAccuracy, best.Trial.Key.Number, trial.Trial.Score?.ValidationAccuracy));
            }
        }

        return points.ToImmutable();
    }
}

/// <summary>The best at one place of a search.</summary>
/// <param name="At">The place: a number of trials, or seconds.</param>
/// <param name="Accuracy">The best validation accuracy up to it.</param>
/// <param name="Trial">The trial that has it.</param>
/// <param name="Own">What the trial of this place reached itself; null where it has no result.</param>
public sealed record ProgressPoint(double At, double Accuracy, int Trial, double? Own);
