using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Pipeline.Tests.Searching;

/// <summary>A store that fails at its n-th commit, as if the daemon had been killed just before it.</summary>
internal sealed class FailingStore(ITrialStore store, int failingCommit) : ITrialStore
{
    private int _commits;

    public bool HasFailed => _commits >= failingCommit;

    public void Commit(StoreChange change)
    {
        if (++_commits >= failingCommit)
        {
            throw new IOException("The store is gone.");
        }

        store.Commit(change);
    }

    public IReadOnlyList<TaskRecord> Tasks(TaskState? state = null) => store.Tasks(state);

    public TaskRecord? Task(string task) => store.Task(task);

    public IReadOnlyList<CandidateRecord> Candidates(string task) => store.Candidates(task);

    public IReadOnlyList<TrialRecord> Trials(string task) => store.Trials(task);

    public IReadOnlyList<EpochRecord> Epochs(TrialKey trial) => store.Epochs(trial);

    public StoreCounts Counts() => store.Counts();

    public string? Snapshot(string task, string component) => store.Snapshot(task, component);

    public TrialRecord? FindTrained(string graphFingerprint, string recipeFingerprint) => store.FindTrained(graphFingerprint, recipeFingerprint);

    public CandidateRecord? FindSource(string sourceFingerprint) => store.FindSource(sourceFingerprint);

    public IReadOnlyList<(CandidateRecord Candidate, TrialRecord Trial)> BestTrials(string? dataset, int limit) => store.BestTrials(dataset, limit);

    public void Dispose()
    {
        // The store belongs to the test.
    }
}
