using NasDaemon.Search.Bayesian.Features;

namespace NasDaemon.Search.Bayesian.Surrogates;

/// <summary>The squared distances among the networks with results, group by group.</summary>
internal sealed class Distances
{
    private readonly double[][,] _groups;

    /// <summary>Measures them.</summary>
    /// <param name="networks">The networks.</param>
    public Distances(IReadOnlyList<KnownNetwork> networks)
    {
        Networks = networks;
        _groups = [.. Enumerable.Range(0, NetworkFeatures.GroupCount).Select(group => Measure(networks, group))];
    }

    /// <summary>The networks.</summary>
    public IReadOnlyList<KnownNetwork> Networks { get; }

    /// <summary>The squared distance of two networks in units of the length scales, over all groups.</summary>
    /// <param name="first">One's index.</param>
    /// <param name="second">The other's.</param>
    /// <param name="weights">For each group, one over the length scale squared.</param>
    /// <returns>The distance squared.</returns>
    public double Between(int first, int second, double[] weights)
    {
        var sum = 0.0;
        for (var group = 0; group < weights.Length; group++)
        {
            sum += weights[group] * _groups[group][first, second];
        }

        return sum;
    }

    private static double[,] Measure(IReadOnlyList<KnownNetwork> networks, int group)
    {
        var distances = new double[networks.Count, networks.Count];
        for (var first = 0; first < networks.Count; first++)
        {
            for (var second = 0; second < first; second++)
            {
                distances[first, second] = distances[second, first] = networks[first].Features.SquaredDistance(networks[second].Features, group);
            }
        }

        return distances;
    }
}
