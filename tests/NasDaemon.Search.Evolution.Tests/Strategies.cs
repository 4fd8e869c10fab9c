using System.Text.Json.Nodes;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Pipeline.Choices;
using NasDaemon.Pipeline.Randomness;
using NasDaemon.Search.Evolution.Regularised;
using NasDaemon.Search.Evolution.Sampling;
using NasDaemon.Search.Spaces.Cells;
using NasDaemon.Testing;

namespace NasDaemon.Search.Evolution.Tests;

/// <summary>The strategies of the plugin on the cells of NAS-Bench-201.</summary>
internal static class Strategies
{
    public static ISpaceSampler Cells { get; } =
        new SpaceSampler(new CellSpace(CellOptions.Of(DefaultOptions.Of(CellSpace.Description))), new NetworkShape([3, 32, 32], 10));

    public static ISearchStrategy Random(int seed)
    {
        var selection = new ComponentSelection("random", DefaultOptions.Of(RandomSearch.Description));
        return new RandomSearch(StrategyContexts.Create(selection, Cells, new RandomStreams(seed)));
    }

    public static ISearchStrategy Evolution(int seed, int population = 10, int sample = 3, double crossover = 0)
    {
        var options = DefaultOptions.Of(
            RegularisedEvolution.Description,
            ("population", JsonValue.Create((long)population)),
            ("sample", JsonValue.Create((long)sample)),
            ("crossover", JsonValue.Create(crossover)));
        var context = StrategyContexts.Create(new ComponentSelection("evolution", options), Cells, new RandomStreams(seed));
        return new RegularisedEvolution(context, EvolutionOptions.Of(options));
    }
}
