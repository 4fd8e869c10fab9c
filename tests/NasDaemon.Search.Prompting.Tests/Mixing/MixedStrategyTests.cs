using System.Text.RegularExpressions;
using NasDaemon.Abstractions.Search;
using NasDaemon.Search.Prompting.Tests.Support;
using NasDaemon.Testing.Contracts;

namespace NasDaemon.Search.Prompting.Tests.Mixing;

public sealed class MixedStrategyTests
{
    [Fact]
    public async Task Search_OneStrategyIsBetter_GetsMostOfTheBudget()
    {
        var play = new StrategyPlay(2, (number, candidate) => Outcomes.Trained((candidate.Origin.Strategy == "evolution" ? 0.5 : 0.2) + (number / 1000.0)));
        var mixed = Mixtures.Create("random, evolution", 1);

        await play.RunAsync(() => mixed, 60);

        Assert.InRange(play.Proposed.Count(candidate => candidate.Origin.Strategy == "evolution"), 35, 58);
        Assert.Contains("evolution proposed", Assert.Single(mixed.Describe()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_OneStrategyIsRefusedMostly_StillGetsItsShareOfTrainings()
    {
        // What is refused costs no training: three networks in four that fail do not make the fourth worse.
        var play = new StrategyPlay(1, (number, candidate) =>
            candidate.Origin.Strategy == "random" && number % 4 != 0 ? Outcomes.Refused : Outcomes.Trained(number * 37 % 101 / 101.0));
        var mixed = Mixtures.Create("random, evolution", 1);

        await play.RunAsync(() => mixed, 120);

        Assert.InRange(play.Proposed.Count(candidate => candidate.Origin.Strategy == "random"), 25, 90);
    }

    [Fact]
    public async Task Search_BeginsWithNetworksOfEarlierSearches_EveryStrategyIsToldAndNoneIsCredited()
    {
        var mixed = Mixtures.Create("random, evolution", 1);
        var earlier = Networks.Space.Sample(new Random(1));
        mixed.Observe(new Observation(1, new Candidate(earlier.Source, new SpaceOrigin("mixed", [], earlier.Answers)), Outcomes.Trained(0.9)));

        var proposals = await mixed.ProposeAsync(1, CancellationToken.None);
        mixed.Observe(new Observation(2, Assert.Single(proposals.Candidates), Outcomes.Trained(0.5)));

        Assert.Contains("\"Number\":1", Regex.Unescape(mixed.Snapshot()), StringComparison.Ordinal);
        Assert.Equal("mixed: random proposed 1, of them trained 1, the best 0.5000; evolution proposed 0, of them trained 0.", Assert.Single(mixed.Describe()));
    }

    [Theory]
    [InlineData("random, evolutoin", "'evolutoin'")]
    [InlineData("random, mixed", "'mixed'")]
    [InlineData("random", "at least two")]
    [InlineData("random, random", "each once")]
    [InlineData("", "at least two")]
    public void Create_WrongNames_SaysWhatIsWrong(string of, string problem) =>
        Assert.Contains(problem, Assert.Throws<ArgumentException>(() => Mixtures.Create(of, 1)).Message, StringComparison.Ordinal);
}
