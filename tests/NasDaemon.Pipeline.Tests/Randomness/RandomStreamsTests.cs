using NasDaemon.Pipeline.Randomness;

namespace NasDaemon.Pipeline.Tests.Randomness;

public sealed class RandomStreamsTests
{
    private readonly RandomStreams _streams = new(42);

    [Fact]
    public void Open_SamePurposeAndIndex_GivesTheSameNumbers() =>
        Assert.Equal(Numbers(_streams.Open("evolution/mutate", 7)), Numbers(new RandomStreams(42).Open("evolution/mutate", 7)));

    [Fact]
    public void Open_OtherSeedPurposeOrIndex_GivesOtherNumbers()
    {
        Random[] streams =
        [
            _streams.Open("a"), _streams.Open("a", 1), _streams.Open("b"), new RandomStreams(43).Open("a"), _streams.Open("aa"),
        ];

        Assert.Equal(streams.Length, streams.Select(stream => string.Join(' ', Numbers(stream))).Distinct().Count());
    }

    /// <summary>Recorded once: reports of earlier versions must stay reproducible.</summary>
    [Fact]
    public void Open_KnownStream_NeverChanges()
    {
        var random = _streams.Open("golden", 3);

        Assert.Equal("99 364512718571 0.6059422616108769", FormattableString.Invariant($"{random.Next(1000)} {random.NextInt64(1L << 40)} {random.NextDouble():R}"));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-3, 4)]
    [InlineData(int.MinValue, int.MaxValue)]
    public void Next_Range_StaysInside(int minimum, int maximum)
    {
        var random = _streams.Open("range");

        Assert.All(Enumerable.Range(0, 1000).Select(_ => random.Next(minimum, maximum)), value => Assert.InRange(value, minimum, maximum - 1));
    }

    [Fact]
    public void Next_SixFaces_AreEquallyLikely()
    {
        var random = _streams.Open("dice");

        var counts = Enumerable.Range(0, 60_000).Select(_ => random.Next(6)).CountBy(face => face).Select(pair => pair.Value);

        Assert.All(counts, count => Assert.InRange(count, 9_600, 10_400));
    }

    [Fact]
    public void NextDouble_ManyDraws_HaveTheMeanAndDeviationOfTheUniform()
    {
        var random = _streams.Open("uniform");
        var draws = Enumerable.Range(0, 100_000).Select(_ => random.NextDouble()).ToList();

        Assert.All(draws, draw => Assert.InRange(draw, 0, 1 - 1e-16));
        Assert.Equal(0.5, draws.Average(), 0.005);
        Assert.Equal(1 / 12.0, draws.Average(draw => (draw - 0.5) * (draw - 0.5)), 0.005);
    }

    [Fact]
    public void NextBytes_OddLength_FillsAll()
    {
        var bytes = new byte[1001];

        _streams.Open("bytes").NextBytes(bytes);

        Assert.InRange(bytes.CountBy(value => value).Count(), 230, 256);
        Assert.NotEqual(0, bytes[^1] | bytes[^2] | bytes[^3]);
    }

    [Fact]
    public void Shuffle_UsesTheStream_IsAPermutation()
    {
        var items = Enumerable.Range(0, 100).ToArray();

        _streams.Open("shuffle").Shuffle(items);

        Assert.NotEqual(Enumerable.Range(0, 100), items);
        Assert.Equal(Enumerable.Range(0, 100), items.Order());
    }

    private static int[] Numbers(Random random) => [.. Enumerable.Range(0, 5).Select(_ => random.Next())];
}
