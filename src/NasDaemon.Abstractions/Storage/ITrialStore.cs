namespace NasDaemon.Abstractions.Storage;

/// <summary>
/// Keeps tasks, candidates, trials, epochs and fingerprints. Every <see cref="Commit"/> is one durable transaction.
/// Members may be called from any thread; readers never wait for long on a writer.
/// </summary>
public interface ITrialStore : IDisposable
{
    /// <summary>Writes changes, all or none.</summary>
    /// <param name="change">The changes.</param>
    void Commit(StoreChange change);

    /// <summary>The tasks, oldest first.</summary>
    /// <param name="state">Only those in this state; null for all.</param>
    /// <returns>The tasks.</returns>
    IReadOnlyList<TaskRecord> Tasks(TaskState? state = null);

    /// <summary>One task.</summary>
    /// <param name="task">Its id.</param>
    /// <returns>The task, or null.</returns>
    TaskRecord? Task(string task);

    /// <summary>The candidates of a task in the order of their numbers.</summary>
    /// <param name="task">The task's id.</param>
    /// <returns>The candidates.</returns>
    IReadOnlyList<CandidateRecord> Candidates(string task);

    /// <summary>The trials of a task in the order of their numbers.</summary>
    /// <param name="task">The task's id.</param>
    /// <returns>The trials.</returns>
    IReadOnlyList<TrialRecord> Trials(string task);

    /// <summary>The epochs of a trial in order.</summary>
    /// <param name="trial">The trial.</param>
    /// <returns>The epochs.</returns>
    IReadOnlyList<EpochRecord> Epochs(TrialKey trial);

    /// <summary>How many tasks and trials there are in each state, without reading them.</summary>
    /// <returns>The counts.</returns>
    StoreCounts Counts();

    /// <summary>A snapshot of a component's state.</summary>
    /// <param name="task">The task's id.</param>
    /// <param name="component">Whose state: <c>strategy</c>, <c>estimator</c>, or <c>runner</c> for the task's own.</param>
    /// <returns>The newest snapshot, or null.</returns>
    string? Snapshot(string task, string component);

    /// <summary>Finds the search trial of a network under a recipe that ended with a score, of any task: finished ones before stopped ones, the one with the most epochs first.</summary>
    /// <param name="graphFingerprint">The network's graph fingerprint.</param>
    /// <param name="recipeFingerprint">The recipe's fingerprint.</param>
    /// <returns>The trial, or null.</returns>
    TrialRecord? FindTrained(string graphFingerprint, string recipeFingerprint);

    /// <summary>Finds the first candidate with a source fingerprint that was traced, of any task.</summary>
    /// <param name="sourceFingerprint">The source fingerprint.</param>
    /// <returns>The candidate, or null.</returns>
    CandidateRecord? FindSource(string sourceFingerprint);

    /// <summary>Search trials of all tasks that ended with a score, best validation accuracy first; those that repeat an earlier task's result are left out.</summary>
    /// <param name="dataset">Only those on this data set; null for all.</param>
    /// <param name="limit">At most so many.</param>
    /// <returns>Pairs of candidate and trial.</returns>
    IReadOnlyList<(CandidateRecord Candidate, TrialRecord Trial)> BestTrials(string? dataset, int limit);
}
