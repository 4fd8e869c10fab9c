using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Tasks;

namespace NasDaemon.Search.Bayesian.Proposing;

/// <summary>The listings of the spaces that tasks used last: listing one takes seconds, and the runs of an experiment share it.</summary>
internal sealed class ListingCache
{
    private const int Most = 4;
    private readonly Lock _lock = new();
    private readonly LinkedList<(Key Key, Task<Pool?> Pool)> _recent = [];

    /// <summary>The networks of a task's space.</summary>
    /// <param name="context">The task.</param>
    /// <returns>The pool of all its networks; null where it is too large to be listed.</returns>
    public Task<Pool?> Of(StrategyContext context)
    {
        var key = new Key(context.Task.Space, context.Shape, context.Task.Constraints, context.Task.Training.BatchSize, context.Task.Training.Optimizer);
        lock (_lock)
        {
            if (_recent.FirstOrDefault(entry => entry.Key == key) is { Pool: { IsFaulted: false } known })
            {
                return known;
            }

            // Not to be cancelled with the task that happens to ask first: others wait for the same listing.
            var pool = Task.Run(() => SpaceListing.Read(context.Space, context.Sources, context.Random.Open("bayesian/size"), CancellationToken.None) is { } networks
                ? new Pool(networks)
                : null);
            _recent.AddFirst((key, pool));
            if (_recent.Count > Most)
            {
                _recent.RemoveLast();
            }

            return pool;
        }
    }

    private sealed record Key(ComponentSelection Space, NetworkShape Shape, Constraints Constraints, int BatchSize, OptimizerSettings Optimizer);
}
