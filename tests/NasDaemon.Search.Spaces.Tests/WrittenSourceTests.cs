using System.Text.RegularExpressions;
using NasDaemon.Abstractions.Spaces;

namespace NasDaemon.Search.Spaces.Tests;

public sealed partial class WrittenSourceTests
{
    private const int LongestLine = 79;

    public static TheoryData<string> Spaces => SpaceCatalogue.Names;

    [Theory]
    [MemberData(nameof(Spaces))]
    public async Task Build_HundredSamplesOfDigits_RunInPyTorch(string space)
    {
        var sampler = SpaceCatalogue.Sampler(space, SpaceCatalogue.Digits);
        var random = new Random(11);

        var verdicts = await PythonNetworks.JudgeAsync(
            Enumerable.Range(0, 100).Select(_ => WrittenNetwork.Of(sampler.Sample(random), SpaceCatalogue.Digits)));

        Assert.Equal(100, verdicts.Count);
        Assert.All(verdicts, verdict => Assert.Null(verdict.Error));
        Assert.All(verdicts, verdict => Assert.Equal([2, 10], verdict.Output));
    }

    [Theory]
    [MemberData(nameof(Spaces))]
    public async Task Build_OtherInputs_RunInPyTorch(string space)
    {
        NetworkShape[] shapes =
        [
            new([3, 32, 32], 100), new([3, 224, 224], 1000), new([3, 57, 25], 1), new([1, 40], 10), new([2, 1, 1], 2), new([4, 1, 9], 3),
        ];
        var random = new Random(12);
        var networks = shapes.SelectMany(shape => Enumerable.Range(0, 6).Select(_ => (shape, SpaceCatalogue.Sampler(space, shape).Sample(random))))
            .Select(pair => WrittenNetwork.Of(pair.Item2, pair.shape)).ToList();

        var verdicts = await PythonNetworks.JudgeAsync(networks);

        Assert.All(networks.Zip(verdicts), pair =>
        {
            Assert.Null(pair.Second.Error);
            Assert.Equal([2, pair.First.Outputs], pair.Second.Output);
        });
    }

    [Theory]
    [MemberData(nameof(Spaces))]
    public void Build_Always_WritesTidySource(string space)
    {
        var sampler = SpaceCatalogue.Sampler(space, new NetworkShape([3, 224, 224], 1000));
        var random = new Random(13);
        for (var round = 0; round < 300; round++)
        {
            var source = sampler.Sample(random).Source;
            Assert.StartsWith("# ", source, StringComparison.Ordinal);
            Assert.EndsWith("\n", source, StringComparison.Ordinal);
            Assert.False(source.EndsWith("\n\n", StringComparison.Ordinal));
            Assert.All(source.Split('\n'), line =>
            {
                Assert.InRange(line.Length, 0, LongestLine);
                Assert.Equal(line.TrimEnd(), line);
            });
        }
    }

    [Theory]
    [MemberData(nameof(Spaces))]
    public void Build_Always_UsesEveryClassModuleAndImportThatItWrites(string space)
    {
        var sampler = SpaceCatalogue.Sampler(space, SpaceCatalogue.Digits);
        var random = new Random(14);
        for (var round = 0; round < 300; round++)
        {
            var source = sampler.Sample(random).Source;
            Assert.All(ClassNames().Matches(source).Where(match => match.Groups[1].Value != "Net"), match =>
                Assert.True(Uses(source, $"{match.Groups[1].Value}(") > 1, source));
            Assert.All(Attributes().Matches(source).Select(match => match.Value), attribute => Assert.True(Uses(source, attribute) > 1, source));
            Assert.Equal(source.Contains("import torch\n", StringComparison.Ordinal), TorchUse().IsMatch(source));
        }
    }

    [Theory]
    [MemberData(nameof(Spaces))]
    public void Build_FeaturesOnly_SaysWhatItReads(string space)
    {
        var failure = Assert.Throws<ArgumentException>(() => SpaceCatalogue.Sampler(space, new NetworkShape([784], 10)).Sample(new Random(1)));

        Assert.Contains("(channels, height, width)", failure.Message, StringComparison.Ordinal);
    }

    private static int Uses(string source, string text) => Regex.Count(source, Regex.Escape(text) + (text.EndsWith('(') ? "" : @"\b"));

    [GeneratedRegex(@"^class (\w+)\(", RegexOptions.Multiline)]
    private static partial Regex ClassNames();

    [GeneratedRegex(@"self\.\w+(?= = )")]
    private static partial Regex Attributes();

    [GeneratedRegex(@"(?<!import )\btorch\.(?!nn)")]
    private static partial Regex TorchUse();
}
