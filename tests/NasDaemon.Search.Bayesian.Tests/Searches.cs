using System.Text.Json.Nodes;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Pipeline.Choices;
using NasDaemon.Pipeline.Randomness;
using NasDaemon.Search.Bayesian.Archives;
using NasDaemon.Search.Bayesian.Proposing;
using NasDaemon.Search.Spaces.Chains;
using NasDaemon.Testing;

namespace NasDaemon.Search.Bayesian.Tests;

/// <summary>Searches in a space that can be listed, and in one that cannot.</summary>
internal static class Searches
{
    private static readonly NetworkShape Shape = new([1, 28, 28], 10);

    public static ISpaceSampler Small { get; } = new SpaceSampler(new SmallSpace(), Shape);

    public static ISpaceSampler Large { get; } = new SpaceSampler(new ChainSpace(ChainOptions.Of(DefaultOptions.Of(ChainSpace.Description))), Shape);

    public static StrategyContext Context(ISpaceSampler space, int seed, int pool = 10)
    {
        var options = DefaultOptions.Of(BayesianSearch.Description, ("pool", JsonValue.Create((long)pool)));
        return StrategyContexts.Create(new ComponentSelection("bayesian", options), space, new RandomStreams(seed));
    }

    public static BayesianSearch Create(ISpaceSampler space, int seed, ListingCache listings, ArchiveKnowledge? archive = null)
    {
        var context = Context(space, seed);
        return new BayesianSearch(
            context, BayesianOptions.Of(context.Component.Options), listings, new Lazy<ArchiveKnowledge>(archive ?? ArchiveKnowledge.None));
    }

    /// <summary>The width of a network's two layers and whether it has a skip: what its made-up accuracy depends on.</summary>
    public static double Accuracy(Candidate candidate)
    {
        var answers = ((SpaceOrigin)candidate.Origin).Answers.Answers.ToDictionary(answer => answer.Name, answer => answer.Index);
        return 0.5 + (0.02 * answers["first"]) + (0.03 * (5 - Math.Abs(answers["second"] - 3))) + (0.1 * answers["skip"]);
    }
}
