using System.Collections.Immutable;
using NasDaemon.Search.Bayesian.Features;

namespace NasDaemon.Search.Bayesian.Surrogates;

/// <summary>What the Gaussian process is fitted by.</summary>
/// <param name="LengthScales">The distance in each group of features at which two networks have little in common.</param>
/// <param name="Noise">The variance of a result of this task that the features do not explain, as a share of the signal's.</param>
/// <param name="ArchiveNoise">The same for results of the archive.</param>
/// <param name="Scale">The spread of this task's targets in units of what it was taken for.</param>
/// <param name="Correlation">How alike this task and the groups of the archive are: 0 has nothing in common, 1 is the same.</param>
internal sealed record HyperParameters(ImmutableArray<double> LengthScales, double Noise, double ArchiveNoise, double Scale, double Correlation)
{
    /// <summary>
    /// The correlation that an archive is believed to have before it was put to the test, and the highest one: it is about the best
    /// networks, whose order differs between data sets more than that of all.
    /// </summary>
    public const double FirstCorrelation = 0.8;

    private const double FirstNoise = 0.01;

    /// <summary>What to begin with: scales of about the distances that there are.</summary>
    /// <param name="networks">The networks with results.</param>
    /// <returns>The beginning.</returns>
    public static HyperParameters Start(IReadOnlyList<KnownNetwork> networks) => new(
        [.. Enumerable.Range(0, NetworkFeatures.GroupCount).Select(group => TypicalDistance(networks, group))], FirstNoise, FirstNoise, 1, FirstCorrelation);

    /// <inheritdoc/>
    public bool Equals(HyperParameters? other) => other is not null
        && (Noise, ArchiveNoise, Scale, Correlation) == (other.Noise, other.ArchiveNoise, other.Scale, other.Correlation)
        && LengthScales.AsSpan().SequenceEqual(other.LengthScales.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Noise, Scale, Correlation);

    private static double TypicalDistance(IReadOnlyList<KnownNetwork> networks, int group)
    {
        var sum = 0.0;
        var count = 0;
        for (var index = 1; index < networks.Count; index++)
        {
            sum += networks[index].Features.SquaredDistance(networks[index - 1].Features, group);
            count++;
        }

        // All groups together are to give about the distance 1, so each alone is worth less.
        return Math.Sqrt(Math.Max(1e-3, sum / Math.Max(1, count)) * NetworkFeatures.GroupCount);
    }
}
