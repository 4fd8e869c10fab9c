using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Search.Prompting.Examples;

/// <summary>How often a network applies each operator: a coarse picture that tells unlike networks apart.</summary>
internal sealed class OperatorProfile
{
    private readonly ImmutableDictionary<string, double> _weights;

    private OperatorProfile(ImmutableDictionary<string, double> weights) => _weights = weights;

    /// <summary>The profile of a network.</summary>
    /// <param name="architecture">The network.</param>
    /// <returns>Its profile. Counts enter by their logarithm, so that depth does not outweigh kind.</returns>
    public static OperatorProfile Of(Architecture architecture)
    {
        var weights = architecture.Nodes
            .GroupBy(node => node.Operator, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => Math.Log(1 + same.Count()));
        var length = Math.Sqrt(weights.Values.Sum(weight => weight * weight));
        return new OperatorProfile(weights.ToImmutableDictionary(pair => pair.Key, pair => length > 0 ? pair.Value / length : 0));
    }

    /// <summary>How alike two networks are: the cosine of their profiles.</summary>
    /// <param name="other">The other one.</param>
    /// <returns>0 where they share no operator, 1 where they use the same in the same proportions.</returns>
    public double Similarity(OperatorProfile other) => _weights.Sum(pair => pair.Value * other._weights.GetValueOrDefault(pair.Key));
}
