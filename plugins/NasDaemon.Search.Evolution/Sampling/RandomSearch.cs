using System.Text.Json;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Search;
using NasDaemon.Search.Evolution.Progress;

namespace NasDaemon.Search.Evolution.Sampling;

/// <summary>Random search: every candidate is drawn from the space on its own.</summary>
/// <remarks>Li and Talwalkar, "Random Search and Reproducibility for Neural Architecture Search", UAI 2019: the bar for every other strategy.</remarks>
/// <param name="context">What the strategy was created with.</param>
internal sealed class RandomSearch(StrategyContext context) : ISearchStrategy
{
    private SearchProgress _progress = SearchProgress.Start;

    /// <summary>Name and summary.</summary>
    public static ComponentDescription Description { get; } = new("random", "Draws every network from the search space on its own.");

    /// <inheritdoc/>
    public ValueTask<Proposals> ProposeAsync(int count, CancellationToken cancellation)
    {
        if (_progress.IsExhausted)
        {
            return ValueTask.FromResult(new Proposals([], IsExhausted: true));
        }

        return ValueTask.FromResult(new Proposals([.. Enumerable.Range(0, count).Select(_ => Propose())]));
    }

    /// <inheritdoc/>
    public void Observe(Observation observation) => _progress = _progress.Observe(observation.Outcome);

    /// <inheritdoc/>
    public string Snapshot() => JsonSerializer.Serialize(_progress);

    /// <inheritdoc/>
    public void Restore(string snapshot) => _progress = JsonSerializer.Deserialize<SearchProgress>(snapshot)
        ?? throw new ArgumentException("The snapshot of random search is empty.", nameof(snapshot));

    private Candidate Propose()
    {
        _progress = _progress.Propose();
        var network = context.Space.Sample(context.Random.Open("random/sample", _progress.Proposed));
        return new Candidate(network.Source, new SpaceOrigin(Description.Name, [], network.Answers));
    }
}
