using System.Text.RegularExpressions;
using NasDaemon.Abstractions.Spaces;

namespace NasDaemon.Search.Spaces.Tests;

public sealed partial class WrittenSourceTests
{
    private const int LongestLine = 79;
    private const int Samples = 100;

    private static readonly JudgedSpaces Digits = new(space => Sample(space, SpaceCatalogue.Digits, new Random(11), Samples));
    private static readonly JudgedSpaces Others = new(SampleOthers);

    public static TheoryData<string> Spaces => SpaceCatalogue.Theory;

    [Theory]
    [MemberData(nameof(Spaces))]
    public async Task Build_HundredSamplesOfDigits_RunInPyTorch(string space)
    {
        var judged = await Digits.OfAsync(space);

        Assert.Equal(Samples, judged.Count);
        AssertRun(judged);
    }

    [Theory]
    [MemberData(nameof(Spaces))]
    public async Task Build_OtherInputs_RunInPyTorch(string space) => AssertRun(await Others.OfAsync(space));

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

    private static void AssertRun(IReadOnlyList<JudgedNetwork> judged) => Assert.All(judged, pair =>
    {
        Assert.Null(pair.Verdict.Error);
        Assert.Equal([2, pair.Network.Outputs], pair.Verdict.Output);
    });

    private static IEnumerable<WrittenNetwork> SampleOthers(string space)
    {
        NetworkShape[] shapes =
        [
            new([3, 32, 32], 100), new([3, 224, 224], 1000), new([3, 57, 25], 1), new([1, 40], 10), new([2, 1, 1], 2), new([4, 1, 9], 3),
        ];
        var random = new Random(12);
        return shapes.SelectMany(shape => Sample(space, shape, random, 6));
    }

    private static IEnumerable<WrittenNetwork> Sample(string space, NetworkShape shape, Random random, int count)
    {
        var sampler = SpaceCatalogue.Sampler(space, shape);
        return Enumerable.Range(0, count).Select(_ => WrittenNetwork.Of(sampler.Sample(random), shape));
    }

    private static int Uses(string source, string text) => Regex.Count(source, Regex.Escape(text) + (text.EndsWith('(') ? "" : @"\b"));

    [GeneratedRegex(@"^class (\w+)\(", RegexOptions.Multiline)]
    private static partial Regex ClassNames();

    [GeneratedRegex(@"self\.\w+(?= = )")]
    private static partial Regex Attributes();

    [GeneratedRegex(@"(?<!import )\btorch\.(?!nn)")]
    private static partial Regex TorchUse();
}
