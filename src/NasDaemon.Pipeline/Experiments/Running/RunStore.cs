using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Pipeline.Experiments.Running;

/// <summary>
/// The store as one run of an experiment sees it. Runs must not help each other, or the order in which they come would decide: what
/// other runs have found is hidden, and a result is taken over only where training it again would give the same.
/// </summary>
/// <param name="own">Keeps the steps of the run: the daemon's store, or one in memory.</param>
/// <param name="archive">The daemon's store, which holds what other tasks have trained.</param>
/// <param name="view">What the runs of the experiment may see.</param>
internal sealed class RunStore(ITrialStore own, ITrialStore archive, RunView view) : ITrialStore
{
    /// <inheritdoc/>
    public void Commit(StoreChange change) => own.Commit(change);

    /// <inheritdoc/>
    public IReadOnlyList<TaskRecord> Tasks(TaskState? state = null) => own.Tasks(state);

    /// <inheritdoc/>
    public TaskRecord? Task(string task) => own.Task(task);

    /// <inheritdoc/>
    public IReadOnlyList<CandidateRecord> Candidates(string task) => own.Candidates(task);

    /// <inheritdoc/>
    public IReadOnlyList<TrialRecord> Trials(string task) => own.Trials(task);

    /// <inheritdoc/>
    public IReadOnlyList<EpochRecord> Epochs(TrialKey trial) => own.Epochs(trial);

    /// <inheritdoc/>
    public StoreCounts Counts() => own.Counts();

    /// <inheritdoc/>
    public string? Snapshot(string task, string component) => own.Snapshot(task, component);

    /// <inheritdoc/>
    public TrialRecord? FindTrained(string graphFingerprint, string recipeFingerprint) =>
        view.SharesResults ? archive.FindTrained(graphFingerprint, recipeFingerprint) : null;

    /// <inheritdoc/>
    public CandidateRecord? FindSource(string sourceFingerprint) => own.FindSource(sourceFingerprint);

    /// <inheritdoc/>
    public IReadOnlyList<(CandidateRecord Candidate, TrialRecord Trial)> BestTrials(string? dataset, int limit)
    {
        if (!view.SeesArchive)
        {
            return [];
        }

        // What is hidden may fill the first places, so more are asked for until enough are left or there are no more.
        for (var asked = limit; ; asked *= 2)
        {
            var found = archive.BestTrials(dataset, asked);
            var seen = found.Where(pair => view.IsSeen(pair.Trial)).Take(limit).ToList();
            if (seen.Count == limit || found.Count < asked)
            {
                return seen;
            }
        }
    }

    /// <summary>Both live on.</summary>
    public void Dispose()
    {
    }
}

/// <summary>What the runs of an experiment may see of the store.</summary>
/// <param name="Experiment">The experiment's id.</param>
/// <param name="Begun">When it was claimed.</param>
/// <param name="SharesResults">Whether a result of the same network, recipe and seed may be taken over.</param>
/// <param name="SeesArchive">Whether what was trained before the experiment is seen.</param>
internal sealed record RunView(string Experiment, DateTimeOffset Begun, bool SharesResults, bool SeesArchive)
{
    /// <summary>Whether a trial of another task is seen.</summary>
    public bool IsSeen(TrialRecord trial) => !RunId.BelongsTo(trial.Key.Task, Experiment) && trial.Ended < Begun;
}
