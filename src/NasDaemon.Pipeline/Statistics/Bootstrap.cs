using MathNet.Numerics.Statistics;

namespace NasDaemon.Pipeline.Statistics;

/// <summary>Confidence without a belief in any distribution: the sample stands for the population, and is drawn from again and again.</summary>
/// <remarks>
/// The percentile interval of B. Efron and R. J. Tibshirani, "An Introduction to the Bootstrap" (1993), chapter 13. For few figures it is
/// somewhat too narrow: by the factor √((n − 1) / n) against a normal interval.
/// </remarks>
public static class Bootstrap
{
    /// <summary>How often a sample is drawn again.</summary>
    public const int Resamples = 10_000;

    private const double Tail = 0.025;

    /// <summary>The 95 % interval of a mean.</summary>
    /// <param name="sample">The figures.</param>
    /// <param name="random">Draws the resamples: the same stream gives the same interval.</param>
    /// <returns>The interval; null below two figures, which say nothing about their spread.</returns>
    public static ConfidenceInterval? MeanInterval(IReadOnlyList<double> sample, Random random)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(random);
        if (sample.Count < 2)
        {
            return null;
        }

        var means = new double[Resamples];
        for (var resample = 0; resample < means.Length; resample++)
        {
            means[resample] = ResampledMean(sample, random);
        }

        Array.Sort(means);
        return new ConfidenceInterval(SortedArrayStatistics.Quantile(means, Tail), SortedArrayStatistics.Quantile(means, 1 - Tail));
    }

    private static double ResampledMean(IReadOnlyList<double> sample, Random random)
    {
        var sum = 0.0;
        for (var draw = 0; draw < sample.Count; draw++)
        {
            sum += sample[random.Next(sample.Count)];
        }

        return sum / sample.Count;
    }
}
