using System.Globalization;
using System.Text.Json.Nodes;
using NasDaemon.Pipeline.Randomness;
using NasDaemon.Pipeline.Statistics;
using NasDaemon.Testing;

namespace NasDaemon.Pipeline.Tests.Statistics;

public sealed class SampleSummaryTests
{
    /// <summary>Survival of treated mice in days: table 2.1 of Efron and Tibshirani, which gives the mean as 86.86.</summary>
    private static readonly double[] Mice = [94, 197, 16, 38, 99, 141, 23];

    [Fact]
    public async Task Of_MiceOfEfronAndTibshirani_AgreesWithNumPy()
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Statistics", "bootstrap.py");
        var judge = JsonNode.Parse(await PythonTorch.RunAsync(script, [.. Mice.Select(days => days.ToString(CultureInfo.InvariantCulture))]))!;

        var summary = SampleSummary.Of(Mice, new RandomStreams(7).Open("bootstrap"));

        Assert.Equal(86.86, summary.Mean!.Value, 2);
        Assert.Equal(judge["deviation"]!.GetValue<double>(), summary.Deviation!.Value, 9);
        Assert.InRange(summary.Interval!.Low, judge["low"]!.GetValue<double>() - 1, judge["low"]!.GetValue<double>() + 1);
        Assert.InRange(summary.Interval.High, judge["high"]!.GetValue<double>() - 1, judge["high"]!.GetValue<double>() + 1);
    }

    [Fact]
    public void Of_SameStream_GivesTheSameInterval() => Assert.Equal(
        SampleSummary.Of(Mice, new RandomStreams(3).Open("bootstrap")),
        SampleSummary.Of(Mice, new RandomStreams(3).Open("bootstrap")));

    [Fact]
    public void Of_OneFigure_HasAMeanAndNothingElse() =>
        Assert.Equal(new SampleSummary(1, 5, null, null), SampleSummary.Of([5], new RandomStreams(0).Open("bootstrap")));

    [Fact]
    public void Of_NoFigure_HasNothing() => Assert.Equal(new SampleSummary(0, null, null, null), SampleSummary.Of([], new RandomStreams(0).Open("bootstrap")));
}
