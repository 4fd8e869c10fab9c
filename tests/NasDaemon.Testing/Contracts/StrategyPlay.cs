using NasDaemon.Abstractions.Search;

namespace NasDaemon.Testing.Contracts;

/// <summary>Plays a search against a strategy: a given number of candidates train at once, and the oldest ends first.</summary>
/// <param name="workers">How many candidates are under way at once.</param>
/// <param name="outcome">What becomes of a candidate.</param>
public sealed class StrategyPlay(int workers, Func<int, Candidate, Outcome> outcome)
{
    private readonly Queue<Observation> _underWay = new();
    private readonly List<Candidate> _proposed = [];

    /// <summary>Every candidate in the order of proposal.</summary>
    public IReadOnlyList<Candidate> Proposed => _proposed;

    /// <summary>Plays until so many candidates were proposed and observed.</summary>
    /// <param name="strategy">Gives the strategy for the next call: always the same, or one restored from the last one's snapshot.</param>
    /// <param name="candidates">How many candidates are proposed in all.</param>
    /// <returns>A task.</returns>
    public async Task RunAsync(Func<ISearchStrategy> strategy, int candidates)
    {
        while (_proposed.Count < candidates || _underWay.Count > 0)
        {
            var wanted = Math.Min(workers - _underWay.Count, candidates - _proposed.Count);
            if (wanted > 0)
            {
                await ProposeAsync(strategy(), wanted);
            }

            if (!_underWay.TryDequeue(out var observation))
            {
                return;
            }

            strategy().Observe(observation);
        }
    }

    private async Task ProposeAsync(ISearchStrategy strategy, int wanted)
    {
        var proposals = await strategy.ProposeAsync(wanted, CancellationToken.None);
        Assert.InRange(proposals.Candidates.Count, 0, wanted);
        foreach (var candidate in proposals.Candidates)
        {
            _proposed.Add(candidate);
            _underWay.Enqueue(new Observation(_proposed.Count, candidate, outcome(_proposed.Count, candidate)));
        }
    }
}
