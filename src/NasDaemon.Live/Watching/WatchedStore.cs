using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Live.Watching;

/// <summary>A store that tells what is committed to it, so that nobody who watches has to ask for it over and over.</summary>
/// <param name="store">The store; it is closed with this one.</param>
/// <param name="feed">Told of every change after it is committed.</param>
public sealed class WatchedStore(ITrialStore store, LiveFeed feed) : ITrialStore
{
    private readonly Lock _order = new();

    /// <inheritdoc/>
    public void Commit(StoreChange change)
    {
        // Two changes of one record are told in the order in which they were committed.
        lock (_order)
        {
            store.Commit(change);
            feed.Tell(change);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<TaskRecord> Tasks(TaskState? state = null) => store.Tasks(state);

    /// <inheritdoc/>
    public TaskRecord? Task(string task) => store.Task(task);

    /// <inheritdoc/>
    public IReadOnlyList<CandidateRecord> Candidates(string task) => store.Candidates(task);

    /// <inheritdoc/>
    public IReadOnlyList<TrialRecord> Trials(string task) => store.Trials(task);

    /// <inheritdoc/>
    public IReadOnlyList<EpochRecord> Epochs(TrialKey trial) => store.Epochs(trial);

    /// <inheritdoc/>
    public StoreCounts Counts() => store.Counts();

    /// <inheritdoc/>
    public string? Snapshot(string task, string component) => store.Snapshot(task, component);

    /// <inheritdoc/>
    public TrialRecord? FindTrained(string graphFingerprint, string recipeFingerprint) => store.FindTrained(graphFingerprint, recipeFingerprint);

    /// <inheritdoc/>
    public CandidateRecord? FindSource(string sourceFingerprint) => store.FindSource(sourceFingerprint);

    /// <inheritdoc/>
    public IReadOnlyList<(CandidateRecord Candidate, TrialRecord Trial)> BestTrials(string? dataset, int limit) => store.BestTrials(dataset, limit);

    /// <inheritdoc/>
    public void Dispose() => store.Dispose();
}
