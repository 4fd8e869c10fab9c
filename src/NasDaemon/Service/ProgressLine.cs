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

    private static string Running(RunningTrial trial) =>
        string.Create(CultureInfo.InvariantCulture, $"trial {trial.Trial} epoch {Math.Min(trial.Epoch + 1, trial.Epochs)} of {trial.Epochs}");
}
