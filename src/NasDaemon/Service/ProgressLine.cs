using System.Globalization;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Pipeline.Outbox;

namespace NasDaemon.Service;

/// <summary>Where a task stands, in one line.</summary>
internal static class ProgressLine
{
    /// <summary>Writes the line.</summary>
    /// <param name="progress">Where the task stands.</param>
    /// <returns>The line.</returns>
    public static string Of(TaskProgress progress)
    {
        if (progress.Experiment is { } experiment)
        {
            return Of(progress, experiment);
        }

        var counts = progress.Counts;
        var phase = progress.State == TaskState.Finishing
            ? "training the finalists in full"
            : string.Create(CultureInfo.InvariantCulture, $"{counts.Finished + counts.Failed} of {counts.Budget} networks trained");
        var best = progress.Best is { } found
            ? string.Create(CultureInfo.InvariantCulture, $", best {found.ValidationAccuracy:P2} on validation ({found.Parameters:N0} parameters)")
            : string.Empty;
        var running = progress.Running.IsEmpty ? string.Empty : $", running: {string.Join("; ", progress.Running.Select(Running))}";
        return $"{progress.Task}: {phase}{best}{running}";
    }

    private static string Of(TaskProgress progress, ExperimentProgress experiment)
    {
        var failed = experiment.Failed == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" ({experiment.Failed} failed)");
        var left = progress.RemainingSeconds is { } seconds
            ? string.Create(CultureInfo.InvariantCulture, $", about {TimeSpan.FromSeconds(Math.Ceiling(seconds)):c} left")
            : string.Empty;
        var running = experiment.Running.IsEmpty ? string.Empty : $", running: {string.Join("; ", experiment.Running.Select(Running))}";
        return string.Create(CultureInfo.InvariantCulture, $"{progress.Task}: {experiment.Done} of {experiment.Total} runs done{failed}{left}{running}");
    }

    private static string Running(RunningRun run) => string.Create(
        CultureInfo.InvariantCulture, $"{run.Run[(run.Run.IndexOf('/', StringComparison.Ordinal) + 1)..]} ({run.Trained} of {run.Budget} networks)");

    private static string Running(RunningTrial trial) =>
        string.Create(CultureInfo.InvariantCulture, $"trial {trial.Trial} epoch {Math.Min(trial.Epoch + 1, trial.Epochs)} of {trial.Epochs}");
}
