using NasDaemon.Reports.Figures;

namespace NasDaemon.Reports.Tests.Figures;

public sealed class WilsonIntervalTests
{
    /// <summary>Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I, method 3.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Of_PublishedExamples_GivesTheirIntervals(int right, int samples, double low, double high)
    {
        var interval = WilsonInterval.Of((double)right / samples, samples);

        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    [Fact]
    public void Of_NoSamples_SaysNothing() => Assert.Equal(new WilsonInterval(0, 1), WilsonInterval.Of(0.5, 0));
}
