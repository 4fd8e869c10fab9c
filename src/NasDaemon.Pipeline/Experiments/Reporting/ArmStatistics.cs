using System.Collections.Immutable;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Pipeline.Randomness;
using NasDaemon.Pipeline.Statistics;

namespace NasDaemon.Pipeline.Experiments.Reporting;

/// <summary>Summarises arms and compares them.</summary>
internal static class ArmStatistics
{
    private const int Seed = 0;

    /// <summary>Every metric of every arm that has figures, for each data set and balanced over all of them.</summary>
    public static ImmutableArray<ArmSummary> Summarise(ArmSamples samples) =>
    [
        .. from metric in Enum.GetValues<ExperimentMetric>()
           from arm in samples.Design.Arms
           from dataset in Places(samples.Design)
           let figures = samples.Of(arm.Name, dataset, metric)
           where figures.Count > 0
           select Summarise(samples, arm.Name, dataset, metric, figures),
    ];

    /// <summary>Every pair of arms by the experiment's metric. A family of tests, for the correction, are all pairs in one place.</summary>
    public static ImmutableArray<ArmComparison> Compare(ArmSamples samples) => [.. Places(samples.Design).SelectMany(dataset => Compare(samples, dataset))];

    private static IEnumerable<string?> Places(ExperimentDesign design) => design.Datasets.Cast<string?>().Prepend(null);

    private static ArmSummary Summarise(ArmSamples samples, string arm, string? dataset, ExperimentMetric metric, IReadOnlyList<double> figures)
    {
        // Each interval has a stream of its own, so that none changes with what else is reported.
        var summary = SampleSummary.Of(figures, new RandomStreams(Seed).Open($"bootstrap/{arm}/{dataset}/{metric}"));
        return new ArmSummary(
            arm, dataset, metric, summary.Count, samples.Mean(arm, dataset, metric), summary.Deviation, summary.Interval?.Low, summary.Interval?.High);
    }

    private static IEnumerable<ArmComparison> Compare(ArmSamples samples, string? dataset)
    {
        var design = samples.Design;
        var pairs = (from first in design.Arms.Index() from second in design.Arms.Skip(first.Index + 1) select (First: first.Item.Name, Second: second.Name)).ToList();
        var tests = pairs.ConvertAll(pair => WelchTest.Of(Of(pair.First), Of(pair.Second)));
        var corrected = HolmCorrection.Correct(tests.ConvertAll(test => test?.P));
        return pairs.Select((pair, index) => new ArmComparison(
            pair.First,
            pair.Second,
            dataset,
            samples.Mean(pair.First, dataset, design.Metric) - samples.Mean(pair.Second, dataset, design.Metric),
            tests[index] is { } test ? new ComparisonTest(test.T, test.DegreesOfFreedom, test.P, corrected[index]!.Value) : null,
            EffectSize.CohenD(Of(pair.First), Of(pair.Second))));

        IReadOnlyList<double> Of(string arm) => samples.Of(arm, dataset, design.Metric);
    }
}
