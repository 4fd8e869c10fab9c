using MathNet.Numerics.Statistics;

namespace NasDaemon.Pipeline.Statistics;

/// <summary>What a sample of figures says of the mean that it was drawn around.</summary>
/// <param name="Count">How many figures there are.</param>
/// <param name="Mean">Their mean; null without any.</param>
/// <param name="Deviation">Their standard deviation, with one less than their number below it; null below two.</param>
/// <param name="Interval">Where the mean lies with 95 % confidence; null below two.</param>
public sealed record SampleSummary(int Count, double? Mean, double? Deviation, ConfidenceInterval? Interval)
{
    /// <summary>Summarises a sample.</summary>
    /// <param name="sample">The figures.</param>
    /// <param name="random">Draws the resamples of the interval.</param>
    /// <returns>The summary.</returns>
    public static SampleSummary Of(IReadOnlyList<double> sample, Random random)
    {
        ArgumentNullException.ThrowIfNull(sample);
        return new SampleSummary(
            sample.Count,
            sample.Count > 0 ? sample.Mean() : null,
            sample.Count > 1 ? sample.StandardDeviation() : null,
            Bootstrap.MeanInterval(sample, random));
    }
}
