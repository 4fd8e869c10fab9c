using NasDaemon.Pipeline.Statistics;

namespace NasDaemon.Pipeline.Tests.Statistics;

public sealed class WelchTestTests
{
    /// <summary>R's own documentation: <c>t.test(extra ~ group, data = sleep)</c> gives t = −1.8608, df = 17.776, p = 0.07939.</summary>
    [Fact]
    public void Of_SleepOfStudent_IsWhatRPrints()
    {
        var test = WelchTest.Of(Sleep.First, Sleep.Second)!;

        Assert.Equal(-1.8608, test.T, 4);
        Assert.Equal(17.776, test.DegreesOfFreedom, 3);
        Assert.Equal(0.07939, test.P, 5);
    }

    /// <summary>
    /// Unequal deviations and numbers: the third example of Wikipedia's page on Welch's test, where Student's own test finds nothing
    /// (t = −2.22, 24.5 degrees of freedom, p = 0.036).
    /// </summary>
    [Fact]
    public void Of_UnequalDeviationsAndNumbers_IsThePublishedExample()
    {
        double[] first = [19.8, 20.4, 19.6, 17.8, 18.5, 18.9, 18.3, 18.9, 19.5, 22.0];
        double[] second = [28.2, 26.6, 20.1, 23.3, 25.2, 22.1, 17.7, 27.6, 20.6, 13.7, 23.2, 17.5, 20.6, 18.0, 23.9, 21.6, 24.3, 20.4, 24.0, 13.2];

        var test = WelchTest.Of(first, second)!;

        Assert.Equal(-2.22, test.T, 2);
        Assert.Equal(24.5, test.DegreesOfFreedom, 1);
        Assert.Equal(0.036, test.P, 3);
    }

    [Fact]
    public void Of_SamplesExchanged_TurnsTheSignOnly()
    {
        var (one, other) = (WelchTest.Of(Sleep.First, Sleep.Second)!, WelchTest.Of(Sleep.Second, Sleep.First)!);

        Assert.Equal(-one.T, other.T, 12);
        Assert.Equal(one.P, other.P, 12);
    }

    [Theory]
    [InlineData(new[] { 1.0 }, new[] { 1.0, 2.0 })]
    [InlineData(new[] { 1.0, 1.0 }, new[] { 2.0, 2.0 })]
    public void Of_NoSpreadToMeasureBy_IsNoTest(double[] first, double[] second) => Assert.Null(WelchTest.Of(first, second));
}
