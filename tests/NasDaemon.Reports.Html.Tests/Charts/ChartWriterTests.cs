using System.Collections.Immutable;
using NasDaemon.Reports.Html.Charts;
using NasDaemon.Reports.Html.Markup;

namespace NasDaemon.Reports.Html.Tests.Charts;

public sealed class ChartWriterTests
{
    private static readonly Axis Accuracy = new("Accuracy", new Scale(0, 1, false, [new Tick(0, "0"), new Tick(1, "1")]));
    private static readonly Axis Trials = new("Trials", new Scale(0, 10, false, [new Tick(0, "0"), new Tick(10, "10")]));

    [Fact]
    public void Write_Chart_TellsInWordsWhatItShows()
    {
        var written = Written(new Series("best", SeriesShape.Line, "s0", [[new Point(0, 0), new Point(10, 1)]]));

        Assert.Contains("role=\"img\" aria-labelledby=\"c-title c-text\"", written, StringComparison.Ordinal);
        Assert.Contains("<title id=\"c-title\">A &lt;chart&gt;</title><desc id=\"c-text\">It grows.</desc>", written, StringComparison.Ordinal);
        Assert.Contains("<figcaption>A &lt;chart&gt;.</figcaption>", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SeriesShape.Line, "M58 232L404 30")]
    [InlineData(SeriesShape.Steps, "M58 232H404V30")]
    [InlineData(SeriesShape.Dots, "M58 232h0M404 30h0")]
    public void Write_Series_IsOnePath(object shape, string expected) =>
        Assert.Contains($"d=\"{expected}\"", Written(new Series("x", (SeriesShape)shape, "s0", [[new Point(0, 0), new Point(10, 1)]])), StringComparison.Ordinal);

    [Fact]
    public void Write_Band_GoesThereAndBack() => Assert.Contains(
        "d=\"M58 232L404 131L404 30L58 131Z\"",
        Written(new Series(string.Empty, SeriesShape.Band, "s0", [[new Point(0, 0), new Point(10, 0.5)], [new Point(0, 0.5), new Point(10, 1)]])),
        StringComparison.Ordinal);

    [Fact]
    public void Write_EmptySeries_IsNeitherDrawnNorInTheLegend() =>
        Assert.DoesNotContain("stopped", Written(new Series("stopped", SeriesShape.Crosses, "s1", [[]])), StringComparison.Ordinal);

    [Theory]
    [InlineData(60)]
    [InlineData(200)]
    [InlineData(346)]
    public void Roomy_ManyMarks_KeepsThoseWhoseLabelsDoNotTouch(double length)
    {
        ImmutableArray<Tick> ticks = [.. Enumerable.Range(0, 40).Select(value => new Tick(value, new string('8', 1 + (value % 7))))];

        var kept = ChartFrame.Roomy(new Scale(0, 39, false, ticks), length, Size);

        Assert.NotEmpty(kept);
        foreach (var (one, next) in kept.Zip(kept.Skip(1)))
        {
            Assert.True((one.Value / 39 * length) + (Size(one) / 2) <= (next.Value / 39 * length) - (Size(next) / 2) + 1e-9);
        }

        static double Size(Tick tick) => tick.Label.Length * 7;
    }

    private static string Written(Series series)
    {
        var html = new HtmlWriter();
        ChartWriter.Write(html, new Chart("c", "A <chart>", "It grows.", Trials, Accuracy, [series]));
        return html.ToString();
    }
}
