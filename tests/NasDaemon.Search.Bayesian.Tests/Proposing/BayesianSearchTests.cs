using NasDaemon.Abstractions.Search;
using NasDaemon.Search.Bayesian.Archives;
using NasDaemon.Search.Bayesian.Proposing;
using NasDaemon.Search.Bayesian.Surrogates;
using NasDaemon.Testing.Contracts;

namespace NasDaemon.Search.Bayesian.Tests.Proposing;

public sealed class BayesianSearchTests
{
    private static readonly ListingCache Listings = new();

    [Fact]
    public async Task Propose_AccuracyThatFollowsFromTheAnswers_FindsTheBestOfAll()
    {
        var play = await PlayAsync(Searches.Create(Searches.Small, 3, Listings), 30);

        Assert.Equal(0.81, play.Proposed.Max(Searches.Accuracy), 9);
    }

    [Fact]
    public async Task Propose_WholeSpace_ProposesEveryNetworkOnceAndEnds()
    {
        var strategy = Searches.Create(Searches.Small, 1, Listings);
        var pool = await Listings.Of(Searches.Context(Searches.Small, 1));

        var play = await PlayAsync(strategy, SmallSpace.Count);

        Assert.Equal(pool!.Networks.Length, play.Proposed.Count);
        Assert.Equal(play.Proposed.Count, play.Proposed.Select(candidate => candidate.Source).Distinct().Count());
        Assert.True((await strategy.ProposeAsync(1, CancellationToken.None)).IsExhausted);
    }

    [Fact]
    public async Task Propose_SeveralAtOnce_AreDifferent()
    {
        var strategy = Searches.Create(Searches.Small, 2, Listings);
        await PlayAsync(strategy, 12);

        var proposals = await strategy.ProposeAsync(5, CancellationToken.None);

        Assert.Equal(5, proposals.Candidates.Select(candidate => candidate.Source).Distinct().Count());
    }

    [Fact]
    public async Task Propose_SpaceThatCannotBeListed_ChoosesFromAPool()
    {
        var listings = new ListingCache();
        var strategy = Searches.Create(Searches.Large, 1, listings);
        var play = new StrategyPlay(2, (number, _) => Outcomes.Trained(number / 20.0));

        await play.RunAsync(() => strategy, 12);

        Assert.Null(await listings.Of(Searches.Context(Searches.Large, 1)));
        Assert.Equal(12, play.Proposed.Select(candidate => candidate.Source).Distinct().Count());
    }

    [Fact]
    public async Task Propose_ArchiveThatRanksRightly_BeginsWithItsBest()
    {
        var strategy = Searches.Create(Searches.Small, 5, Listings, await ArchiveAsync(accuracy => accuracy / 2));

        var play = await PlayAsync(strategy, 4);

        Assert.InRange(play.Proposed.Max(Searches.Accuracy), 0.79, 0.81);
        Assert.Contains("trusted with a correlation", Assert.Single(strategy.Describe()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Propose_ArchiveThatRanksTheOtherWayRound_IsNoLongerTrusted()
    {
        var strategy = Searches.Create(Searches.Small, 5, Listings, await ArchiveAsync(accuracy => 1 - accuracy));

        var play = await PlayAsync(strategy, 30);

        Assert.Equal(0.81, play.Proposed.Max(Searches.Accuracy), 9);
        Assert.Contains("no longer trusted", Assert.Single(strategy.Describe()), StringComparison.Ordinal);
    }

    private static async Task<ArchiveKnowledge> ArchiveAsync(Func<double, double> other)
    {
        var networks = (await Listings.Of(Searches.Context(Searches.Small, 1)))!.Networks;
        var known = networks.Where((_, index) => index % 3 == 0)
            .Select(network => (network.Features, Target: Target.Of(other(Searches.Accuracy(new Candidate("", new SpaceOrigin("", [], network.Answers)))))))
            .ToList();
        var mean = known.Average(network => network.Target);
        var spread = Math.Sqrt(known.Average(network => Math.Pow(network.Target - mean, 2)));
        return new ArchiveKnowledge([.. known.Select(network => new KnownNetwork(network.Features, (network.Target - mean) / spread, new TrialGroup(1, 0)))], spread);
    }

    private static async Task<StrategyPlay> PlayAsync(ISearchStrategy strategy, int candidates)
    {
        var play = new StrategyPlay(1, (_, candidate) => Outcomes.Trained(Searches.Accuracy(candidate)));
        await play.RunAsync(() => strategy, candidates);
        return play;
    }
}
