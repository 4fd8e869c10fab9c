using System.Collections.Immutable;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Pipeline.Experiments.Reporting;
using NasDaemon.Pipeline.Statistics;

namespace NasDaemon.Pipeline.Tests.Experiments;

public sealed class ArmStatisticsTests
{
    private static readonly ExperimentDesign Design = new(
        [new ExperimentArm("a", [], false), new ExperimentArm("b", [], false), new ExperimentArm("c", [], true)],
        ["easy", "hard"],
        [0, 1, 2],
        ExperimentMetric.Test,
        10,
        true);

    private static readonly ImmutableArray<ExperimentRunReport> Runs =
    [
        .. Figures("a", "easy", 0.90, 0.92, 0.94), .. Figures("a", "hard", 0.40, 0.44, 0.45),
        .. Figures("b", "easy", 0.80, 0.85, 0.84), .. Figures("b", "hard", 0.30, null, 0.36),
        .. Figures("c", "easy", 0.70, 0.70, 0.70), .. Figures("c", "hard", 0.20, 0.20, 0.20),
    ];

    private readonly ImmutableArray<ArmSummary> _summaries = ArmStatistics.Summarise(new ArmSamples(Design, Runs));
    private readonly ImmutableArray<ArmComparison> _pairs = ArmStatistics.Compare(new ArmSamples(Design, Runs));

    [Fact]
    public void Summarise_RunMissing_BalancedMeanCountsEachDatasetTheSame()
    {
        var balanced = Summary("b", null);

        Assert.Equal((0.83 + 0.33) / 2, balanced.Mean!.Value, 12);
        Assert.Equal(2, balanced.Count);
        Assert.Equal(0.33, Summary("b", "hard").Mean!.Value, 12);
        Assert.Equal(2, Summary("b", "hard").Count);
    }

    [Fact]
    public void Summarise_EverySeedThere_BalancedDeviationIsThatOfTheSeedsMeans()
    {
        double[] seeds = [0.65, 0.68, 0.695];
        var balanced = Summary("a", null);

        Assert.Equal(seeds.Average(), balanced.Mean!.Value, 12);
        Assert.Equal(Math.Sqrt(seeds.Sum(seed => Math.Pow(seed - seeds.Average(), 2)) / 2), balanced.Deviation!.Value, 12);
        Assert.InRange(balanced.Low!.Value, 0.65, balanced.Mean.Value);
        Assert.InRange(balanced.High!.Value, balanced.Mean.Value, 0.695);
    }

    [Fact]
    public void Summarise_MetricThatNoRunHas_IsLeftOut() => Assert.DoesNotContain(_summaries, summary => summary.Metric == ExperimentMetric.Regret);

    [Fact]
    public void Compare_ThreeArms_CorrectsEachPlaceForItsThreePairs()
    {
        var pairs = _pairs.Where(pair => pair.Dataset == "easy").ToList();

        Assert.Equal([("a", "b"), ("a", "c"), ("b", "c")], pairs.Select(pair => (pair.First, pair.Second)));
        var welch = WelchTest.Of([0.90, 0.92, 0.94], [0.80, 0.85, 0.84])!;
        Assert.Equal((welch.T, welch.P), (pairs[0].Test!.T, pairs[0].Test!.P));
        Assert.Equal(HolmCorrection.Correct([.. pairs.Select(pair => pair.Test?.P)]), pairs.Select(pair => pair.Test?.CorrectedP));
        Assert.Equal(0.09, pairs[0].Difference!.Value, 12);
    }

    [Fact]
    public void Compare_BalancedOverDatasets_TestsTheSeedsMeans()
    {
        var pair = _pairs.Single(pair => pair is { Dataset: null, First: "a", Second: "c" });

        Assert.Equal(WelchTest.Of([0.65, 0.68, 0.695], [0.45, 0.45, 0.45])!.T, pair.Test!.T, 9);
        Assert.True(pair.EffectSize > 5);
    }

    private static IEnumerable<ExperimentRunReport> Figures(string arm, string dataset, params double?[] figures) => figures.Select((figure, seed) =>
        new ExperimentRunReport(arm, dataset, seed, figure, figure, null, 1000, 10, 0, 12, 1, "done", figure is null ? "failed" : null));

    private ArmSummary Summary(string arm, string? dataset) =>
        _summaries.Single(summary => summary.Arm == arm && summary.Dataset == dataset && summary.Metric == ExperimentMetric.Test);
}
