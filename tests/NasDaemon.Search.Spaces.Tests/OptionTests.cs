using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Pipeline.Choices;

namespace NasDaemon.Search.Spaces.Tests;

public sealed class OptionTests
{
    private static readonly JudgedSpaces Smallest = new(SampleSmallest);

    public static TheoryData<string> Spaces => SpaceCatalogue.Theory;

    [Theory]
    [MemberData(nameof(Spaces))]
    public async Task Build_SmallestOptions_RunInPyTorch(string space)
    {
        var judged = await Smallest.OfAsync(space);

        Assert.NotEmpty(judged);
        Assert.All(judged, pair => Assert.Null(pair.Verdict.Error));
    }

    [Theory]
    [MemberData(nameof(Spaces))]
    public void Build_LargestOptions_WriteTidySource(string space)
    {
        var sampler = new SpaceSampler(
            SpaceCatalogue.Create(space, Extremes(space, option => option.Maximum)), new NetworkShape([3, 224, 224], 1000));
        var random = new Random(42);
        for (var round = 0; round < 50; round++)
        {
            Assert.All(sampler.Sample(random).Source.Split('\n'), line => Assert.InRange(line.Length, 0, 79));
        }
    }

    [Theory]
    [MemberData(nameof(Spaces))]
    public void Description_EveryDefault_LiesInItsRange(string space) => Assert.All(
        SpaceCatalogue.Describe(space).Options.Cast<IntegerOption>(),
        option => Assert.InRange(option.Default, option.Minimum, option.Maximum));

    private static IEnumerable<WrittenNetwork> SampleSmallest(string space)
    {
        var sampler = new SpaceSampler(SpaceCatalogue.Create(space, Extremes(space, option => option.Minimum)), SpaceCatalogue.Digits);
        var random = new Random(41);
        return Enumerable.Range(0, 20).Select(_ => WrittenNetwork.Of(sampler.Sample(random), SpaceCatalogue.Digits));
    }

    private static OptionValues Extremes(string space, Func<IntegerOption, long> value) => new(
        SpaceCatalogue.Describe(space).Options.Cast<IntegerOption>()
            .ToImmutableSortedDictionary(option => option.Name, option => JsonValue.Create(value(option))));
}
