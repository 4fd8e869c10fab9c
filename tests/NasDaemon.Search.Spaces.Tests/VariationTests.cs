using NasDaemon.Abstractions.Spaces;
using NasDaemon.Pipeline.Choices;

namespace NasDaemon.Search.Spaces.Tests;

public sealed class VariationTests
{
    private const int Rounds = 1000;

    public static TheoryData<string> Spaces => SpaceCatalogue.Theory;

    [Theory]
    [MemberData(nameof(Spaces))]
    public void Mutate_ThousandTimes_StaysInsideTheSpace(string space)
    {
        var sampler = SpaceCatalogue.Sampler(space, SpaceCatalogue.Digits);
        var random = new Random(21);
        var parent = sampler.Sample(random);
        for (var round = 0; round < Rounds; round++)
        {
            var child = sampler.Mutate(parent.Answers, random);
            Assert.NotEqual(parent.Answers, child.Answers);
            AssertInside(sampler, child, random);
            parent = child;
        }
    }

    [Theory]
    [MemberData(nameof(Spaces))]
    public void CrossOver_ThousandTimes_StaysInsideTheSpace(string space)
    {
        var sampler = SpaceCatalogue.Sampler(space, SpaceCatalogue.Digits);
        var random = new Random(22);
        for (var round = 0; round < Rounds; round++)
        {
            var child = sampler.CrossOver(sampler.Sample(random).Answers, sampler.Sample(random).Answers, random);
            AssertInside(sampler, child, random);
        }
    }

    [Theory]
    [MemberData(nameof(Spaces))]
    public void Replay_OnAnotherInput_KeepsTheAnswersThatStillFit(string space)
    {
        var random = new Random(23);
        var network = SpaceCatalogue.Sampler(space, SpaceCatalogue.Digits).Sample(random);
        var other = SpaceCatalogue.Sampler(space, new NetworkShape([3, 32, 32], 100)).Replay(network.Answers, random);

        Assert.Equal(network.Answers, other.Answers);
        Assert.NotEqual(network.Source, other.Source);
    }

    private static void AssertInside(SpaceSampler sampler, SampledNetwork network, Random random)
    {
        Assert.All(network.Answers.Answers, answer => Assert.InRange(answer.Index, 0, answer.Options.Count - 1));
        Assert.Equal(network.Answers.Answers.Length, network.Answers.Answers.DistinctBy(answer => answer.Name).Count());
        Assert.Equal(network, sampler.Replay(network.Answers, random));
    }
}
