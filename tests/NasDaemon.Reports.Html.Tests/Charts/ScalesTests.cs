using NasDaemon.Reports.Html.Charts;

namespace NasDaemon.Reports.Html.Tests.Charts;

public sealed class ScalesTests
{
    [Theory]
    [InlineData(0.62, 0.847, "60 %,65 %,70 %,75 %,80 %,85 %")]
    [InlineData(0.98, 0.9873, "98.0 %,98.2 %,98.4 %,98.6 %,98.8 %")]
    [InlineData(0, 1, "0 %,20 %,40 %,60 %,80 %,100 %")]
    [InlineData(0.5, 0.5, "49.0 %,49.5 %,50.0 %,50.5 %,51.0 %")]
    public void Percent_Values_HasRoundMarksAroundThem(double low, double high, string expected) =>
        Assert.Equal(expected, Labels(Scales.Percent(low, high)));

    [Theory]
    [InlineData(1, "1,2")]
    [InlineData(4, "1,2,3,4")]
    [InlineData(300, "1,100,200,300")]
    [InlineData(10_000, "1,2,000,4,000,6,000,8,000,10,000")]
    public void Count_Trials_BeginsWithOne(double high, string expected) => Assert.Equal(expected, Labels(Scales.Count(high)));

    [Theory]
    [InlineData(100, "0,15 s,30 s,45 s,60 s,75 s,90 s")]
    [InlineData(500, "0,2 min,4 min,6 min,8 min")]
    [InlineData(43_000, "0,2 h,4 h,6 h,8 h,10 h")]
    [InlineData(0, "0,0.2 s,0.4 s,0.6 s,0.8 s,1 s")]
    public void Time_Lengths_HasMarksOfClocks(double seconds, string expected) => Assert.Equal(expected, Labels(Scales.Time(seconds)));

    [Theory]
    [InlineData(7_000, 80_000, "10 k,20 k,50 k")]
    [InlineData(900, 3_000_000, "1 k,10 k,100 k,1 M")]
    [InlineData(815_000, 1_790_000, "800 k,1 M,1.20 M,1.50 M")]
    public void Factors_Costs_HasMarksOfPowersOfTen(long low, long high, string expected) =>
        Assert.Contains(expected, Labels(Scales.Factors(low, high)), StringComparison.Ordinal);

    [Fact]
    public void Place_Values_LieInsideInOrder()
    {
        foreach (var scale in (Scale[])[Scales.Percent(0.1, 0.9), Scales.Count(50), Scales.Time(3_000), Scales.Factors(10, 1e9), Scales.Factors(5, 5)])
        {
            var places = scale.Ticks.Select(tick => scale.Place(tick.Value)).ToList();

            Assert.True(places.Count >= 2);
            Assert.Equal(places.Order(), places);
            Assert.All(places, place => Assert.InRange(place, 0, 1));
            Assert.Equal((0, 1), (scale.Place(double.NegativeInfinity), scale.Place(double.PositiveInfinity)));
        }
    }

    private static string Labels(Scale scale) => string.Join(',', scale.Ticks.Select(tick => tick.Label));
}
