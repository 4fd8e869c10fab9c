using System.Text.Json;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Spaces;

namespace NasDaemon.Search.Evolution.Regularised;

/// <summary>Regularised evolution: parents win tournaments, children differ in one decision, and the oldest dies, however good it is.</summary>
/// <remarks>
/// <para>Real, Aggarwal, Huang and Le, "Regularized Evolution for Image Classifier Architecture Search", AAAI 2019, algorithm 1,
/// in the paper's asynchronous form: a child is made from whoever is alive when a worker asks, while its siblings still train.</para>
/// <para>A duplicate is born with the result it repeats, as the paper trains and keeps a network that evolution finds again: only
/// so does a good network outlive its own age. What was refused, dropped or failed is not born: as the worst of all it would push a
/// network with a result out, and under a tight constraint the population would soon hold nothing else.</para>
/// </remarks>
/// <param name="context">What the strategy was created with.</param>
/// <param name="options">The options.</param>
internal sealed class RegularisedEvolution(StrategyContext context, EvolutionOptions options) : ISearchStrategy
{
    private EvolutionState _state = EvolutionState.Start;

    /// <summary>Name, summary and options.</summary>
    public static ComponentDescription Description { get; } = new(
        "evolution",
        "Regularised evolution: mutates the winners of tournaments and lets the oldest die.",
        EvolutionOptions.Definitions);

    /// <inheritdoc/>
    public ValueTask<Proposals> ProposeAsync(int count, CancellationToken cancellation)
    {
        if (_state.Progress.IsExhausted)
        {
            return ValueTask.FromResult(new Proposals([], IsExhausted: true));
        }

        return ValueTask.FromResult(new Proposals([.. Enumerable.Range(0, count).Select(_ => Propose())]));
    }

    /// <inheritdoc/>
    public void Observe(Observation observation) => _state = _state.Observe(observation, options.Population);

    /// <inheritdoc/>
    public string Snapshot() => JsonSerializer.Serialize(_state);

    /// <inheritdoc/>
    public void Restore(string snapshot) => _state = JsonSerializer.Deserialize<EvolutionState>(snapshot)
        ?? throw new ArgumentException("The snapshot of evolution is empty.", nameof(snapshot));

    private Candidate Propose()
    {
        var isFounding = _state.Population.Length + _state.Progress.InFlight < options.Population || _state.Population.IsEmpty;
        _state = _state with { Progress = _state.Progress.Propose() };
        var random = context.Random.Open("evolution/propose", _state.Progress.Proposed);
        if (isFounding)
        {
            return Make(context.Space.Sample(random));
        }

        return random.NextDouble() < options.Crossover ? CrossOver(random) : Mutate(random);
    }

    private Candidate Mutate(Random random)
    {
        var parent = Select(random);
        return Make(context.Space.Mutate(parent.Answers, random), parent.Number);
    }

    private Candidate CrossOver(Random random)
    {
        var (first, second) = (Select(random), Select(random));
        var child = context.Space.CrossOver(first.Answers, second.Answers, random);

        // Parents that are alike, or a mix that took everything from one, would only give that parent again.
        if (child.Answers.Equals(first.Answers) || child.Answers.Equals(second.Answers))
        {
            child = context.Space.Mutate(child.Answers, random);
        }

        return Make(child, [.. new[] { first.Number, second.Number }.Distinct()]);
    }

    /// <summary>Holds a tournament. The members of the sample are drawn with replacement, as in the paper.</summary>
    private Individual Select(Random random)
    {
        var best = Draw(random);
        for (var drawn = 1; drawn < options.Sample; drawn++)
        {
            var other = Draw(random);
            best = other.Accuracy > best.Accuracy ? other : best;
        }

        return best;
    }

    private Individual Draw(Random random) => _state.Population[random.Next(_state.Population.Length)];

    private static Candidate Make(SampledNetwork network, params int[] parents) =>
        new(network.Source, new SpaceOrigin(Description.Name, [.. parents], network.Answers));
}
