using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Exports.History;

/// <summary>One task with everything that is known of it.</summary>
/// <param name="Task">The task.</param>
/// <param name="Candidates">Its candidates.</param>
/// <param name="Trials">Its trials.</param>
/// <param name="Epochs">The epochs of a trial.</param>
public sealed record HistoryTask(
    TaskRecord Task, IReadOnlyList<CandidateRecord> Candidates, IReadOnlyList<TrialRecord> Trials, Func<TrialKey, IReadOnlyList<EpochRecord>> Epochs);

/// <summary>The whole history, a task at a time.</summary>
public static class HistorySource
{
    /// <summary>Reads a store.</summary>
    /// <param name="store">The store.</param>
    /// <returns>Its tasks, oldest first.</returns>
    public static IEnumerable<HistoryTask> Read(ITrialStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.Tasks().Select(task => new HistoryTask(task, store.Candidates(task.Id), store.Trials(task.Id), store.Epochs));
    }
}
