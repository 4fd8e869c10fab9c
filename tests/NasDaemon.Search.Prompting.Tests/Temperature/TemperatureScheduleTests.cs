using NasDaemon.Search.Prompting.Temperature;

namespace NasDaemon.Search.Prompting.Tests.Temperature;

public sealed class TemperatureScheduleTests
{
    private static readonly TemperatureSchedule Cooling = new(0.8, 0.6);

    [Theory]
    [InlineData(0, 0.8)]
    [InlineData(0.5, 0.7)]
    [InlineData(1, 0.6)]
    [InlineData(3, 0.6)]
    public void At_NoRepeats_GoesEvenlyFromFirstToLast(double spent, double expected) => Assert.Equal(expected, Cooling.At(spent, RepeatWatch.Start), 6);

    [Theory]
    [InlineData(1, 0.8)]
    [InlineData(3, 1.0)]
    [InlineData(7, 1.4)]
    [InlineData(20, 1.4)]
    public void At_Repeats_Rises(int repeats, double expected)
    {
        var watch = Enumerable.Range(0, repeats).Aggregate(RepeatWatch.Start, (watch, _) => watch.See(isRepeat: true));

        Assert.Equal(expected, Cooling.At(0, watch), 6);
    }

    [Fact]
    public void At_NewNetworksAgain_FallsBack()
    {
        var watch = Enumerable.Range(0, 16).Aggregate(RepeatWatch.Start, (watch, index) => watch.See(isRepeat: index < 8));

        Assert.Equal((16, 8), (watch.Networks, watch.Repeats));
        Assert.Equal(0.8, Cooling.At(0, watch), 6);
    }

    [Fact]
    public void At_Highest_IsNeverExceeded() =>
        Assert.Equal(2, new TemperatureSchedule(1.9, 1.9).At(0, RepeatWatch.Start with { Recent = [true, true, true, true] }));
}
