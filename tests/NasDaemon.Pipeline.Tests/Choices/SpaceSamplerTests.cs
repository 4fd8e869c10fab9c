using NasDaemon.Abstractions.Spaces;
using NasDaemon.Pipeline.Choices;

namespace NasDaemon.Pipeline.Tests.Choices;

public sealed class SpaceSamplerTests
{
    private readonly SpaceSampler _sampler = new(new ToySpace(), ToySpace.Shape);

    [Fact]
    public void Sample_SameSeed_SameNetwork() => Assert.Equal(_sampler.Sample(new Random(3)), _sampler.Sample(new Random(3)));

    [Fact]
    public void Sample_ManyDraws_ReachEveryOptionAboutEqually()
    {
        var random = new Random(1);
        var kinds = Enumerable.Range(0, 3000).Select(_ => _sampler.Sample(random).Answers.Answers[0].Text).CountBy(text => text).ToDictionary();

        Assert.Equal(3, kinds.Count);
        Assert.All(kinds.Values, count => Assert.InRange(count, 900, 1100));
    }

    [Fact]
    public void Replay_OwnAnswers_GivesTheSameNetwork()
    {
        var random = new Random(2);
        for (var round = 0; round < 200; round++)
        {
            var network = _sampler.Sample(random);
            Assert.Equal(network, _sampler.Replay(network.Answers, random));
        }
    }

    [Fact]
    public void Replay_AnswerNoLongerOffered_DrawsALegalOne()
    {
        var stale = new AnswerList([new Answer("kind", 0, ["round", "flat"]), new Answer("gone", 0, ["a"])]);

        var network = _sampler.Replay(stale, new Random(4));

        Assert.Equal(["flat", "deep", "wide"], network.Answers.Answers[0].Options);
        Assert.DoesNotContain(network.Answers.Answers, answer => answer.Name == "gone");
    }

    [Fact]
    public void Replay_OptionsInAnotherOrder_KeepsTheText()
    {
        var list = new AnswerList([new Answer("kind", 0, ["wide", "flat"]), new Answer("operation", 1, ["none", "pool"])]);

        Assert.Equal("wide\npool", _sampler.Replay(list, new Random(4)).Source);
    }

    [Fact]
    public void Mutate_Always_ChangesExactlyOneOfTheSharedAnswers()
    {
        var random = new Random(5);
        for (var round = 0; round < 1000; round++)
        {
            var parent = _sampler.Sample(random).Answers;
            var child = _sampler.Mutate(parent, random).Answers;

            var before = parent.Answers.ToDictionary(answer => answer.Name, answer => answer.Text);
            Assert.Single(child.Answers, answer => before.TryGetValue(answer.Name, out var text) && text != answer.Text);
        }
    }

    [Fact]
    public void Mutate_OneNetworkOnly_ReturnsIt()
    {
        var sampler = new SpaceSampler(new SingleNetworkSpace(), ToySpace.Shape);
        var only = sampler.Sample(new Random(1));

        Assert.Equal(only, sampler.Mutate(only.Answers, new Random(2)));
    }

    [Fact]
    public void CrossOver_Always_TakesSharedAnswersFromAParent()
    {
        var random = new Random(6);
        for (var round = 0; round < 1000; round++)
        {
            var first = _sampler.Sample(random).Answers.Answers;
            var second = _sampler.Sample(random).Answers.Answers;
            var child = _sampler.CrossOver(new AnswerList(first), new AnswerList(second), random).Answers.Answers;

            var parents = first.Concat(second).ToLookup(answer => answer.Name, answer => answer.Text);
            Assert.All(child, answer => Assert.True(!parents.Contains(answer.Name) || parents[answer.Name].Contains(answer.Text)));
        }
    }

    [Fact]
    public void CrossOver_DifferentParents_TakesFromBoth()
    {
        var first = _sampler.Replay(new AnswerList([new Answer("kind", 0, ["flat"]), new Answer("operation", 0, ["conv"])]), new Random(1)).Answers;
        var second = _sampler.Replay(new AnswerList([new Answer("kind", 0, ["wide"]), new Answer("operation", 0, ["pool"])]), new Random(1)).Answers;
        var random = new Random(7);

        var children = Enumerable.Range(0, 100).Select(_ => _sampler.CrossOver(first, second, random).Source).ToHashSet();

        Assert.Equal(["flat\nconv", "flat\npool", "wide\nconv", "wide\npool"], children.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Supernet_Operations_AreAllThereAndNotRecorded()
    {
        var network = _sampler.Supernet(new Random(8));

        Assert.EndsWith("none\nconv\npool", network.Source, StringComparison.Ordinal);
        Assert.DoesNotContain(network.Answers.Answers, answer => answer.Name == "operation");
    }

    private sealed class SingleNetworkSpace : ISearchSpace
    {
        public string Build(IChoices choices, NetworkShape shape) => choices.Pick("only", ["this"]);
    }
}
