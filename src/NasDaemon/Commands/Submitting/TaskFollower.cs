using NasDaemon.Abstractions.Storage;
using NasDaemon.Commands.Output;
using NasDaemon.Pipeline.Experiments;
using NasDaemon.Pipeline.Outbox;
using NasDaemon.Service;

namespace NasDaemon.Commands.Submitting;

/// <summary>Waits until a submitted task has ended, and may show meanwhile how it goes, a line whenever something has changed.</summary>
/// <param name="context">Folders, plugins and the console.</param>
/// <param name="isShown">Whether it shows how the task goes.</param>
internal sealed class TaskFollower(CommandContext context, bool isShown)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private string? _line;

    /// <summary>Follows a task.</summary>
    /// <param name="file">The name of its file in the inbox.</param>
    /// <param name="since">When it was submitted: an older task of the same file is another one.</param>
    /// <param name="cancellation">Ends the watching, not the task.</param>
    /// <returns>The task at its end.</returns>
    public async Task<TaskRecord> FollowAsync(string file, DateTimeOffset since, CancellationToken cancellation)
    {
        Tell("Waiting for the daemon to take it");
        while (true)
        {
            var task = Find(file, since);
            if (task?.Ended is not null)
            {
                TellEnd(task);
                return task;
            }

            if (task is not null)
            {
                Tell(StatusFile.TryRead(Path.Combine(context.Folders.Outbox, "." + task.Id)) is { } progress
                    ? ProgressLine.Of(progress)
                    : $"{task.Id}: {task.State.ToString().ToLowerInvariant()}");
            }

            await Task.Delay(Interval, context.Components.Time, cancellation);
        }
    }

    private TaskRecord? Find(string file, DateTimeOffset since)
    {
        using var store = context.Components.ReadStore();
        return store?.Tasks().LastOrDefault(task => task.File == file && task.Created >= since && !RunId.IsRun(task.Id));
    }

    private void TellEnd(TaskRecord task)
    {
        var folder = Path.Combine(context.Folders.Outbox, task.Id);
        var message = task.Message is { } text ? $". {text}" : string.Empty;
        context.Notes.WriteLine(PlainText.Lines($"{task.Id}: {task.State.ToString().ToLowerInvariant()}{message}"));
        if (ReportSummary.Read(folder) is { } summary)
        {
            context.Notes.WriteLine(summary);
        }

        context.Notes.WriteLine($"See {folder}");
    }

    private void Tell(string line)
    {
        if (isShown && line != _line)
        {
            context.Notes.WriteLine(PlainText.Of(line));
            _line = line;
        }
    }
}
