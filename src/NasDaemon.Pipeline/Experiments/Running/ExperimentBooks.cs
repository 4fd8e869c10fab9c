using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Pipeline.Experiments.Running;

/// <summary>
/// What has come of the runs of an experiment. A run's result and its end are written in one transaction, so that it either counts or goes on.
/// </summary>
internal sealed class ExperimentBooks
{
    private readonly Lock _turn = new();
    private readonly ITrialStore _store;
    private readonly TimeProvider _time;
    private readonly Dictionary<string, ExperimentRunReport> _results = new(StringComparer.Ordinal);
    private TaskRecord _task;

    /// <summary>Opens the books where the last daemon left them.</summary>
    public ExperimentBooks(TaskRecord task, IEnumerable<ExperimentRun> runs, ITrialStore store, TimeProvider time)
    {
        (_task, _store, _time) = (task, store, time);
        foreach (var run in runs)
        {
            if (StoredRun.Read(store, run.Id) is { } result)
            {
                _results[run.Id] = result;
            }
        }
    }

    /// <summary>The experiment.</summary>
    public TaskRecord Task
    {
        get
        {
            lock (_turn)
            {
                return _task;
            }
        }
    }

    /// <summary>What came of a run; null where it has not ended.</summary>
    public ExperimentRunReport? Result(ExperimentRun run)
    {
        lock (_turn)
        {
            return _results.GetValueOrDefault(run.Id);
        }
    }

    /// <summary>The run as a task of the store: where it stands, or new.</summary>
    public TaskRecord Begin(ExperimentRun run) =>
        _store.Task(run.Id) ?? new TaskRecord(run.Id, Yaml: string.Empty, _task.File, TaskState.Searching, 1, _time.GetUtcNow());

    /// <summary>Notes what came of a run.</summary>
    public void End(ExperimentRun run, TaskRecord record, ExperimentRunReport result)
    {
        lock (_turn)
        {
            _results[run.Id] = result;
            _task = _task with { Starts = 1 };
            _store.Commit(new StoreChange
            {
                Tasks =
                [
                    _task,
                    record with { State = result.Failure is null ? TaskState.Done : TaskState.Failed, Ended = _time.GetUtcNow(), Message = result.Failure },
                ],
                Snapshots = [StoredRun.Write(run.Id, result)],
            });
        }
    }

    /// <summary>Notes that nobody goes on with the runs that were begun and have not ended.</summary>
    public void Cancel(IEnumerable<ExperimentRun> runs)
    {
        var left = runs.Select(run => _store.Task(run.Id)).OfType<TaskRecord>().Where(record => record.Ended is null);
        _store.Commit(new StoreChange { Tasks = [.. left.Select(record => record with { State = TaskState.Cancelled, Ended = _time.GetUtcNow() })] });
    }

    /// <summary>Notes that the experiment makes progress: it is not what ends its daemons.</summary>
    public void NoteProgress()
    {
        lock (_turn)
        {
            if (_task.Starts != 1)
            {
                _task = _task with { Starts = 1 };
                _store.Commit(new StoreChange { Tasks = [_task] });
            }
        }
    }

    /// <summary>Notes how long the experiment has been worked on.</summary>
    public void NoteTime(double seconds)
    {
        lock (_turn)
        {
            _task = _task with { SearchSeconds = seconds };
            _store.Commit(new StoreChange { Tasks = [_task] });
        }
    }
}
