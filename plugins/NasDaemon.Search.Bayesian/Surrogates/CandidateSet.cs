using System.Collections.Immutable;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using NasDaemon.Search.Bayesian.Features;

namespace NasDaemon.Search.Bayesian.Surrogates;

/// <summary>Networks to be predicted, with their distances to networks with results, which are measured once each.</summary>
/// <param name="features">The networks' features.</param>
internal sealed class CandidateSet(ImmutableArray<NetworkFeatures> features)
{
    private readonly ConditionalWeakTable<NetworkFeatures, float[][]> _distances = [];

    /// <summary>How many networks there are.</summary>
    public int Count => features.Length;

    /// <summary>The covariances of every network, as one of this task, with a network with a result.</summary>
    /// <param name="known">The network with a result.</param>
    /// <param name="covariance">The covariance function.</param>
    /// <param name="row">Takes one number a network.</param>
    public void Covariances(KnownNetwork known, Covariance covariance, Span<float> row)
    {
        var groups = _distances.GetValue(known.Features, Measure);
        row.Clear();
        for (var group = 0; group < groups.Length; group++)
        {
            TensorPrimitives.MultiplyAdd(groups[group], (float)(-covariance.Weights[group] / 2), row, row);
        }

        TensorPrimitives.Exp(row, row);
        var (factor, addend) = covariance.Between(TrialGroup.Own, known.Group);
        TensorPrimitives.Multiply(row, (float)factor, row);
        TensorPrimitives.Add(row, (float)addend, row);
    }

    private float[][] Measure(NetworkFeatures known) =>
    [
        .. Enumerable.Range(0, NetworkFeatures.GroupCount)
            .Select(group => features.Select(network => (float)network.SquaredDistance(known, group)).ToArray()),
    ];
}
