using Microsoft.Extensions.Logging;
using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Pipeline.Inbox;

/// <summary>Looks through the inbox for as long as the daemon runs, and hands over what it takes.</summary>
/// <param name="scanner">Finds files.</param>
/// <param name="watcher">Says when it may be worth to look before the interval is over.</param>
/// <param name="intake">Takes files.</param>
/// <param name="timing">How often it looks.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Told what could not be taken.</param>
public sealed partial class InboxService(
    InboxScanner scanner,
    InboxWatcher watcher,
    TaskIntake intake,
    InboxTiming timing,
    TimeProvider time,
    ILogger<InboxService> logger)
{
    /// <summary>Finishes what an earlier process had begun, then looks until it is told to stop.</summary>
    /// <param name="taken">Called for each task that was stored, waiting or refused.</param>
    /// <param name="looked">Called after each look: the sign of life, and the moment to take commands.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>When it was told to stop.</returns>
    public async Task RunAsync(Action<TaskRecord> taken, Action looked, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(taken);
        ArgumentNullException.ThrowIfNull(looked);
        foreach (var task in intake.Recover())
        {
            taken(task);
        }

        while (!cancellation.IsCancellationRequested)
        {
            var look = Look(taken);
            looked();
            await WaitAsync(look, cancellation);
        }
    }

    private InboxLook Look(Action<TaskRecord> taken)
    {
        try
        {
            var look = scanner.Look();
            foreach (var file in look.Ready)
            {
                Take(file, taken);
            }

            return look;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogLookFailed(exception);
            return new InboxLook([], IsAnyOnItsWay: false);
        }
    }

    private void Take(InboxFile file, Action<TaskRecord> taken)
    {
        try
        {
            var result = intake.Take(file);
            if (result.Task is { } task)
            {
                taken(task);
            }
            else if (result.Problem is { } problem)
            {
                LogLeft(problem);
                scanner.SetAside(file);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogTakeFailed(exception, file.Path);
            scanner.SetAside(file);
        }
    }

    // While a file is on its way every event would say so again; the next look is due when it can have held still.
    private async Task WaitAsync(InboxLook look, CancellationToken cancellation)
    {
        try
        {
            await (look.IsAnyOnItsWay ? Task.Delay(timing.Settle, time, cancellation) : watcher.WaitAsync(timing.Interval, time, cancellation));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return;
        }
    }

    [LoggerMessage(24, LogLevel.Error, "{Problem} The file is left alone until it changes.")]
    private partial void LogLeft(string problem);

    [LoggerMessage(25, LogLevel.Error, "{File} could not be taken; it is left alone until it changes")]
    private partial void LogTakeFailed(Exception exception, string file);

    [LoggerMessage(26, LogLevel.Error, "The inbox could not be looked through")]
    private partial void LogLookFailed(Exception exception);
}

/// <summary>How often the inbox is looked through.</summary>
/// <param name="Interval">The longest time between two looks.</param>
/// <param name="Settle">How long a file must hold still before it is taken.</param>
public sealed record InboxTiming(TimeSpan Interval, TimeSpan Settle);
