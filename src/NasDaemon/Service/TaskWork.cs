using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using NasDaemon.Abstractions.Data;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Composition;
using NasDaemon.Pipeline.Inbox;
using NasDaemon.Pipeline.Outbox;
using NasDaemon.Pipeline.Searching;
using NasDaemon.Pipeline.Tables;
using NasDaemon.Pipeline.Tasks;

namespace NasDaemon.Service;

/// <summary>Works on one task from wherever it stands, and brings it to an end that a user can see.</summary>
/// <param name="reader">Reads the task's YAML again: plugins may have changed since it was accepted.</param>
/// <param name="components">The plugins' components.</param>
/// <param name="runners">Makes the runner.</param>
/// <param name="tables">The tables that answer trainings.</param>
/// <param name="experiments">Works on experiments.</param>
/// <param name="conclusion">Publishes results and notes the end.</param>
/// <param name="progress">Tells where the task stands.</param>
/// <param name="store">The store.</param>
/// <param name="tasks">Where claimed tasks lie.</param>
/// <param name="folders">Where the daemon keeps things.</param>
/// <param name="logger">Told what happens.</param>
internal sealed partial class TaskWork(
    TaskReader reader,
    Components components,
    TaskRunnerFactory runners,
    TrainingTables tables,
    ExperimentWork experiments,
    TaskConclusion conclusion,
    TaskProgressTeller progress,
    ITrialStore store,
    TaskFolders tasks,
    DaemonFolders folders,
    ILogger<TaskWork> logger)
{
    private const int MostStarts = 3;
    private readonly ImmutableArray<IDatasetProvider> _datasets = components.Datasets();

    /// <summary>Works on a task until it has ended, or the daemon stops.</summary>
    /// <param name="task">The task.</param>
    /// <param name="cancelled">A user cancels the task.</param>
    /// <param name="stopping">The daemon stops.</param>
    /// <returns>When nothing more is to be done with it for now.</returns>
    public async Task RunAsync(TaskRecord task, CancellationToken cancelled, CancellationToken stopping)
    {
        if (OutboxFolder.IsPublished(folders.Outbox, task.Id))
        {
            // The last daemon died between publishing the report and noting so.
            conclusion.NoteEnd(task, TaskState.Done, message: null);
        }
        else if (task.Starts >= MostStarts)
        {
            conclusion.SetAside(task, $"The daemon ended {task.Starts} times while it worked on this task. The log says why.");
        }
        else
        {
            await RunAsync(task, Read(task), cancelled, stopping);
        }
    }

    private async Task RunAsync(TaskRecord task, TaskReading reading, CancellationToken cancelled, CancellationToken stopping)
    {
        if (Refusal(reading) is { } refusal)
        {
            conclusion.SetAside(task, refusal);
        }
        else if (reading.Experiment is { } plan)
        {
            await experiments.RunAsync(Begin(task), plan, cancelled, stopping);
        }
        else
        {
            await SearchAsync(Begin(task), reading.Task!, cancelled, stopping);
        }
    }

    private TaskReading Read(TaskRecord task) => reader.ReadText(task.Yaml, task.File, tasks.Of(task.Id));

    private string? Refusal(TaskReading reading)
    {
        if (!reading.IsAccepted)
        {
            return string.Join('\n', reading.Problems.Select(problem => problem.Describe(reading.File)));
        }

        return (reading.Experiment?.Tasks.Select(cell => cell.Task) ?? [reading.Task!])
            .DistinctBy(task => (task.Dataset.Name, task.Engine))
            .Select(Refusal)
            .FirstOrDefault(problem => problem is not null);
    }

    private string? Refusal(SearchTask task)
    {
        if (tables.Find(task.Engine) is { } table)
        {
            // What the table holds, it holds without samples.
            return table.Problem;
        }

        var provider = _datasets.First(provider => provider.Datasets.Any(info => info.Name == task.Dataset.Name));
        return provider.Open(task.Dataset.Name).Problem;
    }

    private TaskRecord Begin(TaskRecord task)
    {
        var begun = task with { Starts = task.Starts + 1, State = task.State == TaskState.Waiting ? TaskState.Searching : task.State };
        store.Commit(new StoreChange { Tasks = [begun] });
        LogBegun(begun.Id, begun.Starts);
        return begun;
    }

    private async Task SearchAsync(TaskRecord task, SearchTask search, CancellationToken cancelled, CancellationToken stopping)
    {
        var outbox = OutboxFolder.Open(folders.Outbox, task.Id);
        await using var runner = runners.Create(task.Id, search, NetworkShapes.Of(search, _datasets), progress.For(outbox));
        var outcome = await runner.RunAsync(task, cancelled, stopping);
        progress.Idle();
        var stored = store.Task(task.Id)!;
        if (outcome.End == TaskEnd.Interrupted)
        {
            // This start ended in good order, so it does not count as a crash.
            store.Commit(new StoreChange { Tasks = [stored with { Starts = stored.Starts - 1 }] });
            LogInterrupted(task.Id);
        }
        else if (outcome.Report is { } report)
        {
            // A report takes a moment; a daemon that is told to stop still writes it.
            await conclusion.PublishAsync(stored, report, outcome, outbox);
        }
        else
        {
            conclusion.SetAside(stored, outcome.Message ?? "The search failed. The log says why.");
        }
    }

    [LoggerMessage(EventId = 50, Level = LogLevel.Information, Message = "Task {Task} begins (start {Start})")]
    private partial void LogBegun(string task, int start);

    [LoggerMessage(EventId = 51, Level = LogLevel.Information, Message = "Task {Task} is put down; the next daemon goes on with it")]
    private partial void LogInterrupted(string task);
}
