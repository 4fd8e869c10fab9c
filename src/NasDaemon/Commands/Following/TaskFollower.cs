using NasDaemon.Abstractions.Storage;
using NasDaemon.Pipeline.Experiments;
using NasDaemon.Pipeline.Outbox;
using NasDaemon.Service;

namespace NasDaemon.Commands.Following;

/// <summary>Shows how a submitted task goes, a line whenever something has changed, until it has ended.</summary>
/// <param name="context">Folders, plugins and the console.</param>
/// <param name="time">The clock.</param>
internal sealed class TaskFollower(CommandContext context, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private string? _line;

    /// <summary>Follows a task.</summary>
    /// <param name="file">The name of its file in the inbox.</param>
    /// <param name="since">When it was submitted: an older task of the same file is another one.</param>
    /// <param name="cancellation">Ends the watching, not the task.</param>
    /// <returns>The exit code: 0 where the task has ended with a report.</returns>
    public async Task<int> FollowAsync(string file, DateTimeOffset since, CancellationToken cancellation)
    {
        Tell("Waiting for the daemon to take it");
        while (true)
        {
            var task = Find(file, since);
            if (task?.Ended is not null)
            {
                return TellEnd(task);
            }

            if (task is not null)
            {
                Tell(StatusFile.TryRead(Path.Combine(context.Folders.Outbox, "." + task.Id)) is { } progress
                    ? ProgressLine.Of(progress)
                    : $"{task.Id}: {task.State.ToString().ToLowerInvariant()}");
            }

            await Task.Delay(Interval, time, cancellation);
        }
    }

    private TaskRecord? Find(string file, DateTimeOffset since)
    {
        using var store = context.Components.ReadStore();
        return store?.Tasks().LastOrDefault(task => task.File == file && task.Created >= since && !RunId.IsRun(task.Id));
    }

    private int TellEnd(TaskRecord task)
    {
        var folder = Path.Combine(context.Folders.Outbox, task.Id);
        context.Output.WriteLine($"{task.Id}: {task.State.ToString().ToLowerInvariant()}{(task.Message is { } message ? $". {message}" : string.Empty)}");
        if (ReportSummary.Read(folder) is { } summary)
        {
            context.Output.WriteLine(summary);
        }

        context.Output.WriteLine($"See {folder}");
        return task.State == TaskState.Done ? ExitCode.Done : ExitCode.Failed;
    }

    private void Tell(string line)
    {
        if (line != _line)
        {
            context.Output.WriteLine(line);
            _line = line;
        }
    }
}
