using NasDaemon.Abstractions.Storage;
using NasDaemon.Pipeline.Experiments;

namespace NasDaemon.Service;

/// <summary>
/// What is to be worked on next, and what is being worked on. The store holds the queue, so that a restart changes nothing.
/// One task is worked on at a time.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="time">The clock.</param>
internal sealed class TaskQueue(ITrialStore store, TimeProvider time) : IDisposable
{
    private readonly Lock _turn = new();
    private readonly SemaphoreSlim _news = new(0);
    private string? _running;
    private CancellationTokenSource? _cancellation;

    /// <summary>Wakes who waits: there may be a task.</summary>
    public void Wake() => _news.Release();

    /// <summary>Waits until there may be a task.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>When somebody has called <see cref="Wake"/>.</returns>
    public Task WaitAsync(CancellationToken cancellation) => _news.WaitAsync(cancellation);

    /// <summary>Takes the next task: first what was begun and not ended, then what waits, in the order of file names.</summary>
    /// <param name="cancellation">Cancelled when a user cancels the task.</param>
    /// <returns>The task, or null where nothing is to be done.</returns>
    public TaskRecord? Begin(CancellationTokenSource cancellation)
    {
        lock (_turn)
        {
            var next = Oldest(TaskState.Finishing)
                ?? Oldest(TaskState.Searching)
                ?? store.Tasks(TaskState.Waiting).OrderBy(task => task.File, StringComparer.Ordinal).ThenBy(task => task.Created).FirstOrDefault();
            (_running, _cancellation) = (next?.Id, cancellation);
            return next;
        }
    }

    /// <summary>The task that was begun is no longer worked on.</summary>
    public void End()
    {
        lock (_turn)
        {
            (_running, _cancellation) = (null, null);
        }
    }

    /// <summary>Cancels a task, whether it is worked on or waits.</summary>
    /// <param name="id">The task's id.</param>
    /// <returns>What became of the wish.</returns>
    public CancelResult Cancel(string id)
    {
        lock (_turn)
        {
            if (_running == id)
            {
                _cancellation?.Cancel();
                return CancelResult.Stopping;
            }

            if (store.Task(id) is not { } task)
            {
                return CancelResult.Unknown;
            }

            if (task.Ended is not null)
            {
                return CancelResult.Ended;
            }

            store.Commit(new StoreChange
            {
                Tasks = [task with { State = TaskState.Cancelled, Ended = time.GetUtcNow(), Message = "Cancelled before it began." }],
            });
            return CancelResult.Cancelled;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _news.Dispose();

    // The runs of an experiment are worked on with it.
    private TaskRecord? Oldest(TaskState state) => store.Tasks(state).Where(task => !RunId.IsRun(task.Id)).OrderBy(task => task.Created).FirstOrDefault();
}

/// <summary>What became of the wish to cancel a task.</summary>
internal enum CancelResult
{
    /// <summary>It is worked on, and ends soon with a report of what was found.</summary>
    Stopping,

    /// <summary>It waited, and will not begin.</summary>
    Cancelled,

    /// <summary>It had ended already.</summary>
    Ended,

    /// <summary>There is no such task, or not yet.</summary>
    Unknown,
}
