using System.Collections.Concurrent;
using System.Collections.Immutable;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Pipeline.Outbox;

namespace NasDaemon.Live.Watching;

/// <summary>
/// Hands what happens in the daemon on to those who watch. What is committed is only noted while somebody watches, and noting it takes
/// no longer than adding to a list: the daemon never waits for a watcher.
/// </summary>
public sealed class LiveFeed
{
    private const int MostPending = 20_000;
    private readonly Lock _turn = new();
    private readonly ConcurrentDictionary<string, TaskProgress> _running = new(StringComparer.Ordinal);
    private List<StoreChange> _pending = [];
    private int _watchers;
    private bool _isBroken;

    /// <summary>Where each running task stands, in the order of their ids.</summary>
    public ImmutableArray<TaskProgress> Running => [.. _running.Values.OrderBy(progress => progress.Task, StringComparer.Ordinal)];

    /// <summary>How many watch now.</summary>
    public int Watchers => Volatile.Read(ref _watchers);

    /// <summary>Where a task stands; it is told after every step.</summary>
    /// <param name="progress">Where it stands.</param>
    public void Tell(TaskProgress progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        _running[progress.Task] = progress;
    }

    /// <summary>Something was committed to the store.</summary>
    /// <param name="change">What.</param>
    public void Tell(StoreChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        foreach (var task in change.Tasks.Where(task => task.Ended is not null))
        {
            _running.TryRemove(task.Id, out _);
        }

        lock (_turn)
        {
            if (_watchers == 0)
            {
                return;
            }

            if (_pending.Count == MostPending)
            {
                // Nobody takes them: a watcher that comes back begins anew.
                _pending.Clear();
                _isBroken = true;
            }

            _pending.Add(change);
        }
    }

    /// <summary>Begins to note what is committed.</summary>
    internal void BeginWatching()
    {
        lock (_turn)
        {
            _watchers++;
        }
    }

    /// <summary>Ends what <see cref="BeginWatching"/> began.</summary>
    /// <returns>Whether nobody watches any more.</returns>
    internal bool EndWatching()
    {
        lock (_turn)
        {
            if (--_watchers > 0)
            {
                return false;
            }

            (_pending, _isBroken) = ([], false);
            return true;
        }
    }

    /// <summary>Takes what was committed since the last call, in order; null where some of it is lost.</summary>
    internal IReadOnlyList<StoreChange>? Take()
    {
        lock (_turn)
        {
            var taken = _isBroken ? null : _pending;
            (_pending, _isBroken) = ([], false);
            return taken;
        }
    }
}
