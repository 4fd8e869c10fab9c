using NasDaemon.Search.Choosing.Asking;

namespace NasDaemon.Search.Choosing.Tests.Asking;

public sealed class OptionProbabilitiesTests
{
    [Fact]
    public void Of_Logarithms_AreNormalisedAtTheTemperature()
    {
        double[] logarithms = [Math.Log(0.1), Math.Log(0.4)];

        Assert.Equal([0.2, 0.8], OptionProbabilities.Of(logarithms, 1).Shares.Select(share => Math.Round(share, 9)));

        // Square roots: 0.316 and 0.632 become one third and two thirds.
        Assert.Equal([0.3333, 0.6667], OptionProbabilities.Of(logarithms, 2).Shares.Select(share => Math.Round(share, 4)));
    }

    [Theory]
    [InlineData(1, -3, -3)]
    [InlineData(0, -900, -900)]
    [InlineData(0.5, -3, -900)]
    public void Evenness_OfFourOptions_IsTheShareOfTheLargestEntropy(double expected, double second, double others) =>
        Assert.Equal(expected, OptionProbabilities.Of([-3, second, others, others], 1).Evenness, 9);

    [Fact]
    public void Of_NothingThatIsPossible_IsEven() =>
        Assert.All(OptionProbabilities.Of([double.NegativeInfinity, double.NegativeInfinity], 1).Shares, share => Assert.Equal(0.5, share));

    [Fact]
    public void Draw_ManyTimes_FollowsTheShares()
    {
        var (probabilities, random) = (OptionProbabilities.Of([Math.Log(0.7), Math.Log(0.2), Math.Log(0.1)], 1), new Random(4));

        var drawn = Enumerable.Range(0, 10_000).Select(_ => probabilities.Draw(random)).CountBy(index => index).ToDictionary();

        Assert.InRange(drawn[0], 6_800, 7_200);
        Assert.InRange(drawn[1], 1_850, 2_150);
        Assert.InRange(drawn[2], 850, 1_150);
    }
}
