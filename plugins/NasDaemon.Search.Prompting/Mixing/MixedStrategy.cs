using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Search;

namespace NasDaemon.Search.Prompting.Mixing;

/// <summary>Shares a budget between strategies by what each has brought for a training.</summary>
/// <remarks>
/// Credit goes by rank, not by accuracy, so that it means the same on every data set and at every stage of a search: Fialho, Schoenauer
/// and Sebag, "Toward Comparison-Based Adaptive Operator Selection", GECCO 2010.
/// </remarks>
internal sealed class MixedStrategy : ISearchStrategy
{
    /// <summary>Its name.</summary>
    public const string Name = "mixed";

    private readonly ImmutableArray<string> _names;
    private readonly ImmutableArray<ISearchStrategy> _strategies;
    private MixedState _state;

    /// <summary>Makes the strategy and those that it mixes.</summary>
    /// <param name="context">What it is created with.</param>
    /// <exception cref="ArgumentException">The strategies to mix are not named as they should be.</exception>
    public MixedStrategy(StrategyContext context)
    {
        // Those that propose at once come first, so that networks train while a language model writes its first.
        var mixed = MixedOptions.Read(context.Component.Options, context.Strategies.Names).Of
            .Select(name => (Name: name, Strategy: context.Strategies.Create(name)))
            .OrderBy(pair => pair.Strategy.ProposesAhead)
            .ToList();
        _names = [.. mixed.Select(pair => pair.Name)];
        _strategies = [.. mixed.Select(pair => pair.Strategy)];
        _state = MixedState.Start(_names.Length);
    }

    /// <summary>Name, summary and options.</summary>
    public static ComponentDescription Description { get; } =
        new(Name, "Shares the budget between strategies by what each has brought.", MixedOptions.Definitions)
        {
            NeedsLanguageModel = true,
            Check = MixedOptions.Problem,
        };

    /// <inheritdoc/>
    public bool ProposesAhead => _strategies.Any(strategy => strategy.ProposesAhead);

    /// <inheritdoc/>
    public async ValueTask<Proposals> ProposeAsync(int count, CancellationToken cancellation)
    {
        var waiting = _state.Exhausted;
        while (waiting.Length < _strategies.Length)
        {
            var arm = _state.Bandit.Choose(index => !waiting.Contains(index));
            var proposals = await _strategies[arm].ProposeAsync(Share(arm, count), cancellation).ConfigureAwait(false);
            _state = proposals.Candidates.Aggregate(_state, (state, candidate) => state.Propose(arm, candidate.Origin.Strategy));
            _state = proposals.IsExhausted ? _state with { Exhausted = _state.Exhausted.Add(arm) } : _state;
            if (proposals.Candidates.Count > 0)
            {
                return new Proposals(proposals.Candidates, IsExhausted: _state.Exhausted.Length == _strategies.Length);
            }

            waiting = waiting.Add(arm);
        }

        return new Proposals([], IsExhausted: _state.Exhausted.Length == _strategies.Length);
    }

    /// <inheritdoc/>
    public void Observe(Observation observation)
    {
        int? arm = _state.Origins.TryGetValue(observation.Candidate.Origin.Strategy, out var known) ? known : null;
        _state = _state.Observe(arm, observation.Outcome);
        foreach (var strategy in arm is { } own ? [_strategies[own]] : _strategies)
        {
            strategy.Observe(observation);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Describe() => [Shares(), .. _strategies.SelectMany(strategy => strategy.Describe())];

    /// <inheritdoc/>
    public string Snapshot() => JsonSerializer.Serialize(new MixedSnapshot(_state, [.. _strategies.Select(strategy => strategy.Snapshot())]));

    /// <inheritdoc/>
    public void Restore(string snapshot)
    {
        var stored = JsonSerializer.Deserialize<MixedSnapshot>(snapshot);
        if (stored is null || stored.Strategies.Length != _strategies.Length)
        {
            throw new ArgumentException("The snapshot of mixed is empty, or of other strategies.", nameof(snapshot));
        }

        _state = stored.State;
        foreach (var (strategy, own) in _strategies.Zip(stored.Strategies))
        {
            strategy.Restore(own);
        }
    }

    // What thinks ahead has time for all that are wanted; of the others one at a time follows what is known by then.
    private int Share(int arm, int count) => _strategies[arm].ProposesAhead ? count : 1;

    private string Shares() => $"{Name}: " + string.Join("; ", _state.Arms.Select((arm, index) => string.Create(
        CultureInfo.InvariantCulture,
        $"{_names[index]} proposed {arm.Proposed}, of them trained {arm.Trained}{(arm.Best is { } best ? $", the best {best:0.0000}" : string.Empty)}"))) + ".";
}

/// <summary>The mixture's state with those of its strategies.</summary>
/// <param name="State">The mixture's own.</param>
/// <param name="Strategies">The strategies' snapshots.</param>
internal sealed record MixedSnapshot(MixedState State, ImmutableArray<string> Strategies);
