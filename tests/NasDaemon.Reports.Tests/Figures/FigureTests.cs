using NasDaemon.Reports.Figures;

namespace NasDaemon.Reports.Tests.Figures;

public sealed class FigureTests
{
    [Theory]
    [InlineData(0, "0.0 s")]
    [InlineData(59.94, "59.9 s")]
    [InlineData(59.96, "1 min 0 s")]
    [InlineData(252.75, "4 min 13 s")]
    [InlineData(3599.4, "59 min 59 s")]
    [InlineData(3599.6, "1 h 0 min")]
    [InlineData(86_399, "1 d 0 h")]
    [InlineData(200_000, "2 d 8 h")]
    [InlineData(double.NaN, "–")]
    public void Time_Seconds_AreWrittenInTwoUnits(double seconds, string expected) => Assert.Equal(expected, Figure.Time(seconds));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(1_000, "1.00 k")]
    [InlineData(842_112, "842 k")]
    [InlineData(999_600, "1.00 M")]
    [InlineData(4_241_152, "4.24 M")]
    [InlineData(99_960_000, "100 M")]
    [InlineData(1_500_000_000_000, "1.50 T")]
    public void Scaled_Counts_KeepThreeDigits(long value, string expected) => Assert.Equal(expected, Figure.Scaled(value));

    [Theory]
    [InlineData(new double[0], "")]
    [InlineData(new[] { 0.5 }, "")]
    [InlineData(new[] { 0.0, 0.5, 1.0 }, "▁▅█")]
    [InlineData(new[] { 0.3, 0.3 }, "▁▁")]
    [InlineData(new[] { 0.1, double.NaN, 0.2 }, "▁█")]
    public void Sparkline_Values_BecomeBars(double[] values, string expected) => Assert.Equal(expected, Sparkline.Of(values));

    [Fact]
    public void Sparkline_ManyValues_KeepsTheFirstAndTheLast()
    {
        var bars = Sparkline.Of([.. Enumerable.Range(0, 300).Select(value => (double)value)]);

        Assert.Equal(16, bars.Length);
        Assert.Equal(('▁', '█'), (bars[0], bars[^1]));
    }
}
