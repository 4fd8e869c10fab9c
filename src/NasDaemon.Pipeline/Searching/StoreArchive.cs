using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Pipeline.Searching;

/// <summary>The store as strategies and estimators see it.</summary>
/// <param name="store">The store.</param>
/// <param name="task">The task whose trials come first.</param>
/// <param name="earlier">The earlier trials that the task wants to know of in place of the store's; null for the store's.</param>
public sealed class StoreArchive(ITrialStore store, string task, IReadOnlyList<ArchivedTrial>? earlier = null) : IArchive
{
    /// <inheritdoc/>
    public string Task => task;

    /// <inheritdoc/>
    public IReadOnlyList<ArchivedTrial> Best(string? dataset, int limit)
    {
        var own = store.Trials(task)
            .Where(trial => trial is { Kind: TrialKind.Search, Score: not null, State: TrialState.Finished or TrialState.Stopped })
            .Where(trial => dataset is null || trial.Dataset == dataset)
            .OrderByDescending(trial => trial.Score!.ValidationAccuracy)
            .Take(limit)
            .ToList();
        var candidates = store.Candidates(task);
        var others = store.BestTrials(dataset, limit + own.Count).Where(pair => pair.Trial.Key.Task != task);
        return
        [
            .. own.Select(trial => new ArchivedTrial(candidates[trial.Candidate - 1], trial))
                .Concat(others.Select(pair => new ArchivedTrial(pair.Candidate, pair.Trial)))
                .Take(limit),
        ];
    }

    /// <inheritdoc/>
    public IReadOnlyList<ArchivedTrial> Earlier(int limit) => earlier is not null
        ? [.. earlier.Take(limit)]
        : [.. store.BestTrials(dataset: null, limit).Where(pair => pair.Trial.Key.Task != task).Select(pair => new ArchivedTrial(pair.Candidate, pair.Trial))];
}
