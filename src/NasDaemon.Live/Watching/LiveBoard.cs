using System.Collections.Immutable;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Live.Serving;
using NasDaemon.Live.Views;
using NasDaemon.Pipeline.Experiments;
using NasDaemon.Pipeline.Outbox;

namespace NasDaemon.Live.Watching;

/// <summary>
/// What all who watch see. It is read from the store once, when the first of them comes, and kept true from what the feed notes; with
/// the last of them it is forgotten. Every change has a number, so that a page that was away is told only what it missed.
/// </summary>
internal sealed class LiveBoard
{
    private const int EndedShown = 50;
    private const long VersionsAMillisecond = 1_000;

    private readonly ITrialStore _store;
    private readonly LiveFeed _feed;
    private readonly OutboxFiles _outbox;
    private readonly Lock _turn = new();
    private readonly Dictionary<string, (TaskRow Row, long Version)> _tasks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TrialBoard> _trials = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (TaskProgress Progress, long Version)> _progress = new(StringComparer.Ordinal);
    private long _version;
    private long _loaded;
    private bool _isLoaded;

    /// <summary>Prepares the board; nothing is read yet.</summary>
    public LiveBoard(ITrialStore store, LiveFeed feed, OutboxFiles outbox, TimeProvider time)
    {
        (_store, _feed, _outbox) = (store, feed, outbox);

        // Versions begin above all that an earlier daemon can have given out, so that a page that knew that one begins anew.
        _version = time.GetUtcNow().ToUnixTimeMilliseconds() * VersionsAMillisecond;
    }

    /// <summary>Begins to watch.</summary>
    public void Enter() => _feed.BeginWatching();

    /// <summary>Ends what <see cref="Enter"/> began.</summary>
    public void Leave()
    {
        lock (_turn)
        {
            if (_feed.EndWatching())
            {
                Forget();
            }
        }
    }

    /// <summary>What a page has to be told that was told everything up to a version.</summary>
    /// <param name="since">The version; null where it was told nothing.</param>
    public BoardReading Read(long? since)
    {
        lock (_turn)
        {
            Refresh();
            return since is { } version && version >= _loaded && version <= _version && !_trials.Values.Any(board => board.HasManySince(version))
                ? new BoardReading(_version, null, ChangesSince(version))
                : new BoardReading(_version, World(), null);
        }
    }

    private void Refresh()
    {
        var taken = _feed.Take();
        if (!_isLoaded || taken is null)
        {
            Load();
        }

        foreach (var change in taken ?? [])
        {
            Apply(change);
        }

        foreach (var progress in _feed.Running.Where(progress => !ReferenceEquals(_progress.GetValueOrDefault(progress.Task).Progress, progress)))
        {
            _progress[progress.Task] = (progress, ++_version);
        }
    }

    private void Load()
    {
        Forget();
        _loaded = ++_version;
        foreach (var task in _store.Tasks().Where(task => !RunId.IsRun(task.Id)))
        {
            _tasks[task.Id] = (TaskRow.Of(task), _version);
            if (task.State is TaskState.Searching or TaskState.Finishing)
            {
                _trials[task.Id] = TrialBoard.Load(_store, task.Id, _version);
            }
        }

        _isLoaded = true;
    }

    private void Forget()
    {
        _tasks.Clear();
        _trials.Clear();
        _progress.Clear();
        _isLoaded = false;
    }

    private void Apply(StoreChange change)
    {
        _version++;
        foreach (var task in change.Tasks.Where(task => !RunId.IsRun(task.Id)))
        {
            _tasks[task.Id] = (TaskRow.Of(task), _version);
        }

        foreach (var trial in change.Trials.Where(trial => !RunId.IsRun(trial.Key.Task)))
        {
            TrialsOf(trial.Key.Task).Put(TrialRow.Of(trial), _version);
        }

        foreach (var epoch in change.Epochs.Where(epoch => !RunId.IsRun(epoch.Trial.Task)))
        {
            TrialsOf(epoch.Trial.Task).Put(EpochPoint.Of(epoch), _version);
        }
    }

    private TrialBoard TrialsOf(string task)
    {
        if (!_trials.TryGetValue(task, out var board))
        {
            _trials[task] = board = TrialBoard.Load(_store, task, _version);
        }

        return board;
    }

    private World World()
    {
        var tasks = _tasks.Values.Select(task => task.Row).ToList();
        var ended = tasks.Where(task => task.Ended is not null).OrderByDescending(task => task.Ended).ToList();
        var running = tasks.Where(task => task.State is TaskState.Searching or TaskState.Finishing);
        return new World(
            [.. tasks.Where(task => task.Ended is null).OrderBy(task => task.Created), .. ended.Take(EndedShown)],
            ended.Count,
            [.. running.Select(task => TrialsOf(task.Id).Detail(task, _progress.GetValueOrDefault(task.Id).Progress, _outbox.Known(task.Id)))]);
    }

    private Changes ChangesSince(long version) => new(
        [.. _tasks.Values.Where(task => task.Version > version).Select(task => task.Row)],
        _tasks.Values.Count(task => task.Row.Ended is not null),
        [.. _trials.Select(board => board.Value.Since(board.Key, version)).OfType<TrialChanges>()],
        [.. _progress.Values.Where(progress => progress.Version > version).Select(progress => progress.Progress)]);
}

/// <summary>What a page has to be told.</summary>
/// <param name="Version">Up to which version that tells everything.</param>
/// <param name="World">Everything; null where it is enough to tell what has changed.</param>
/// <param name="Changes">What has changed; null where everything is told.</param>
internal sealed record BoardReading(long Version, World? World, Changes? Changes);
