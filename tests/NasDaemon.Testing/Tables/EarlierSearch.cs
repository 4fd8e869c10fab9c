using NasDaemon.Abstractions.Storage;
using NasDaemon.Pipeline.Randomness;

namespace NasDaemon.Testing.Tables;

/// <summary>A store with a random search on another data set, whose results may have been made misleading.</summary>
/// <param name="search">Runs it.</param>
/// <param name="trainings">How many networks it trains.</param>
/// <param name="space">Its space.</param>
public sealed class EarlierSearch(TableSearch search, int trainings, string space = TableTasks.PublishedSpace)
{
    private const string Id = "earlier";

    /// <summary>Makes the store.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="seed">The seed of its search.</param>
    /// <param name="kind">What is done to its results.</param>
    /// <returns>The store; its owner disposes of it.</returns>
    public async Task<ITrialStore> MakeAsync(string dataset, int seed, EarlierResults kind)
    {
        var store = search.NewStore();
        await search.RunAsync(TableTasks.Yaml(dataset, "random", seed, trainings, space), store, Id);
        if (kind == EarlierResults.Right)
        {
            return store;
        }

        using (store)
        {
            return Mislead(store, seed, kind);
        }
    }

    private ITrialStore Mislead(ITrialStore store, int seed, EarlierResults kind)
    {
        var misleading = search.NewStore();
        var trials = store.Trials(Id).Where(trial => trial is { Kind: TrialKind.Search, Score: not null }).ToList();
        var accuracies = trials.Select(trial => trial.Score!.ValidationAccuracy).ToArray();
        var random = new RandomStreams(seed).Open("mislead");
        var (lowest, highest) = (accuracies.Min(), accuracies.Max());
        var changed = kind == EarlierResults.Reversed ? Array.ConvertAll(accuracies, accuracy => lowest + highest - accuracy) : [.. accuracies.OrderBy(_ => random.NextDouble())];
        misleading.Commit(new StoreChange
        {
            Tasks = [store.Task(Id)!],
            Candidates = [.. store.Candidates(Id)],
            Trials = [.. trials.Zip(changed, (trial, accuracy) => trial with { Score = trial.Score! with { ValidationAccuracy = accuracy } })],
        });
        return misleading;
    }
}

/// <summary>What is done to the results of an earlier search.</summary>
public enum EarlierResults
{
    /// <summary>Nothing.</summary>
    Right,

    /// <summary>Each network gets the result of another.</summary>
    Shuffled,

    /// <summary>The best get the worst.</summary>
    Reversed,
}
