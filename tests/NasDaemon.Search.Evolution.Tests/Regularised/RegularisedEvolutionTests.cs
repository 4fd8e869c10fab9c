using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Testing.Contracts;

namespace NasDaemon.Search.Evolution.Tests.Regularised;

public sealed class RegularisedEvolutionTests
{
    private const int Population = 6;

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Search_FirstProposals_AreDrawnUntilThePopulationIsFull(int workers)
    {
        var play = new StrategyPlay(workers, (number, _) => Outcomes.Trained(number / 100.0));
        var strategy = Strategies.Evolution(1, Population);

        await play.RunAsync(() => strategy, 30);

        Assert.All(play.Proposed.Take(Population), candidate => Assert.Empty(candidate.Origin.Parents));
        Assert.All(play.Proposed.Skip(Population), candidate => Assert.Single(candidate.Origin.Parents));
    }

    [Fact]
    public async Task Search_RefusedAndFailed_AreReplacedAndNeverBecomeParents()
    {
        var play = new StrategyPlay(1, (number, _) => number % 2 == 0 ? Outcomes.Refused : Outcomes.Trained(0.5));
        var strategy = Strategies.Evolution(1, Population);

        await play.RunAsync(() => strategy, 60);

        // Six results stand after eleven proposals.
        Assert.All(play.Proposed.Take(11), candidate => Assert.Empty(candidate.Origin.Parents));
        Assert.All(play.Proposed.Skip(11), candidate => Assert.All(candidate.Origin.Parents, parent => Assert.Equal(1, parent % 2)));
    }

    [Fact]
    public async Task Search_TheBest_DiesOfAge()
    {
        var play = new StrategyPlay(1, (number, _) => Outcomes.Trained(number == 1 ? 1 : 0.5));
        var strategy = Strategies.Evolution(1, Population, sample: 50);

        await play.RunAsync(() => strategy, 40);

        // A sample of fifty misses one of six about once in nine thousand times: number 1 wins as long as it lives.
        Assert.Equal(1, Assert.Single(play.Proposed[Population].Origin.Parents));
        Assert.All(play.Proposed.Skip(Population + 1), candidate => Assert.DoesNotContain(1, candidate.Origin.Parents));
    }

    [Fact]
    public async Task Search_Duplicate_IsBornWithTheResultThatItRepeats()
    {
        var play = new StrategyPlay(1, (number, _) => number == Population
            ? new DuplicateOutcome(FingerprintLevel.Source, 1, Outcomes.Score(0.9))
            : Outcomes.Trained(0.1));
        var strategy = Strategies.Evolution(1, Population, sample: 50);

        await play.RunAsync(() => strategy, Population + 1);

        Assert.Equal(Population, Assert.Single(play.Proposed[Population].Origin.Parents));
    }

    [Fact]
    public async Task Search_Mutation_ChangesOneDecisionOfTheParent()
    {
        var play = new StrategyPlay(1, (number, _) => Outcomes.Trained(number / 100.0));
        var strategy = Strategies.Evolution(1, Population);

        await play.RunAsync(() => strategy, 60);

        Assert.All(play.Proposed.Skip(Population), child =>
        {
            var parent = play.Proposed[child.Origin.Parents[0] - 1];
            Assert.Single(Answers(child).Answers.Zip(Answers(parent).Answers), pair => pair.First != pair.Second);
        });
    }

    [Fact]
    public async Task Search_CrossoverOnly_MixesTwoParentsAndNeverRepeatsOne()
    {
        var play = new StrategyPlay(1, (number, _) => Outcomes.Trained(number / 100.0));
        var strategy = Strategies.Evolution(1, Population, sample: 1, crossover: 1);

        await play.RunAsync(() => strategy, 100);

        var children = play.Proposed.Skip(Population).ToList();
        Assert.Contains(children, child => child.Origin.Parents.Length == 2);
        Assert.All(children, child => Assert.All(child.Origin.Parents, parent =>
            Assert.NotEqual(Answers(play.Proposed[parent - 1]), Answers(child))));
    }

    [Fact]
    public async Task Search_OnlyDuplicates_EndsAsExhausted()
    {
        var play = new StrategyPlay(1, (_, _) => new DuplicateOutcome(FingerprintLevel.Graph, 1, Outcomes.Score(0.5)));
        var strategy = Strategies.Evolution(1, Population);

        await play.RunAsync(() => strategy, 5000);

        Assert.Equal(1000, play.Proposed.Count);
        Assert.True((await strategy.ProposeAsync(1, CancellationToken.None)).IsExhausted);
    }

    private static AnswerList Answers(Candidate candidate) => ((SpaceOrigin)candidate.Origin).Answers;
}
