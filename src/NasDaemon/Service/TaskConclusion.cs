using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Composition;
using NasDaemon.Pipeline.Experiments.Running;
using NasDaemon.Pipeline.Files;
using NasDaemon.Pipeline.Inbox;
using NasDaemon.Pipeline.Outbox;
using NasDaemon.Pipeline.Searching;

namespace NasDaemon.Service;

/// <summary>
/// The end of a task, always in this order: the report appears, the store's row says so, the YAML goes to the archive. A crash
/// between any two is harmless: what is done already is recognised.
/// </summary>
/// <param name="components">The plugins' components.</param>
/// <param name="store">The store.</param>
/// <param name="tasks">Where claimed tasks lie.</param>
/// <param name="folders">Where the daemon keeps things.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Told how tasks end.</param>
internal sealed partial class TaskConclusion(
    Components components,
    ITrialStore store,
    TaskFolders tasks,
    DaemonFolders folders,
    TimeProvider time,
    ILogger<TaskConclusion> logger)
{
    private const string FailedFile = "FAILED.md";
    private readonly ImmutableArray<IReportWriter> _writers = components.Reports();

    /// <summary>Writes the report, lets it appear, and notes the end.</summary>
    /// <param name="task">The task.</param>
    /// <param name="report">What happened.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="outbox">The task's folder in the outbox.</param>
    /// <returns>When the end is noted.</returns>
    public async Task PublishAsync(TaskRecord task, TaskReport report, TaskOutcome outcome, OutboxFolder outbox)
    {
        await WriteAsync(report, outbox.WorkFolder);
        Publish(task, outbox, outcome.End, outcome.Message);
    }

    /// <summary>Writes the report of an experiment, lets it appear, and notes the end.</summary>
    /// <param name="task">The experiment.</param>
    /// <param name="report">What came out.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="outbox">Its folder in the outbox.</param>
    /// <returns>When the end is noted.</returns>
    public async Task PublishAsync(TaskRecord task, ExperimentReport report, ExperimentOutcome outcome, OutboxFolder outbox)
    {
        foreach (var writer in _writers)
        {
            await writer.WriteAsync(report, outbox.WorkFolder, CancellationToken.None);
        }

        Publish(task, outbox, outcome.End, outcome.Message);
    }

    /// <summary>Writes what a search found: the reports, and the best network.</summary>
    /// <param name="report">What happened.</param>
    /// <param name="folder">Where to; it exists.</param>
    /// <returns>When everything is written.</returns>
    public async Task WriteAsync(TaskReport report, string folder)
    {
        foreach (var writer in _writers)
        {
            await writer.WriteAsync(report, folder, CancellationToken.None);
        }

        if (report.Best is { } best)
        {
            BestFolder.Write(folder, best, report);
        }
    }

    /// <summary>Ends a task that cannot be finished: the outbox says why, beside the YAML as it was dropped.</summary>
    /// <param name="task">The task.</param>
    /// <param name="reason">Why, in words for the user.</param>
    public void SetAside(TaskRecord task, string reason)
    {
        var outbox = OutboxFolder.Open(folders.Outbox, task.Id);
        AtomicFile.Write(Path.Combine(outbox.WorkFolder, task.File), task.Yaml);
        AtomicFile.Write(Path.Combine(outbox.WorkFolder, FailedFile), $"""
            # {task.Id} could not be finished

            {reason}

            The task lies beside this file. Drop it into the inbox again to start over: what was trained already is not trained again.

            """);
        outbox.Publish();
        LogSetAside(task.Id, reason);
        NoteEnd(task, TaskState.Failed, reason);
    }

    /// <summary>Notes the end of a task whose result is visible, and archives its YAML.</summary>
    /// <param name="task">The task.</param>
    /// <param name="state">How it ended.</param>
    /// <param name="message">Why; null where nothing is to be said.</param>
    public void NoteEnd(TaskRecord task, TaskState state, string? message)
    {
        store.Commit(new StoreChange { Tasks = [task with { State = state, Ended = time.GetUtcNow(), Message = message }] });
        tasks.PutAway(task.Id);
    }

    /// <summary>Archives the YAML of tasks whose end was noted by a daemon that died before it came to that.</summary>
    public void FinishArchiving()
    {
        foreach (var task in store.Tasks().Where(task => task.Ended is not null))
        {
            tasks.PutAway(task.Id);
        }
    }

    private void Publish(TaskRecord task, OutboxFolder outbox, TaskEnd end, string? message)
    {
        var folder = outbox.Publish();
        LogPublished(task.Id, folder);
        NoteEnd(task, end == TaskEnd.Cancelled ? TaskState.Cancelled : TaskState.Done, message);
    }

    [LoggerMessage(EventId = 60, Level = LogLevel.Information, Message = "Task {Task}: the report is in {Folder}")]
    private partial void LogPublished(string task, string folder);

    [LoggerMessage(EventId = 61, Level = LogLevel.Error, Message = "Task {Task} is set aside: {Reason}")]
    private partial void LogSetAside(string task, string reason);
}
