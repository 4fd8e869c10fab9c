using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Search.Prompting.Examples;

/// <summary>How often a network applies each operator: a coarse picture that tells unlike networks apart.</summary>
internal sealed class OperatorProfile
{
    private readonly ImmutableDictionary<string, int> _counts;

    private OperatorProfile(ImmutableDictionary<string, int> counts) => _counts = counts;

    /// <summary>The profile of a network.</summary>
    /// <param name="architecture">The network.</param>
    /// <returns>Its profile.</returns>
    public static OperatorProfile Of(Architecture architecture) =>
        new(architecture.Nodes.GroupBy(node => node.Operator, StringComparer.Ordinal).ToImmutableDictionary(same => same.Key, same => same.Count()));

    /// <summary>How alike two networks are: the applications that they share, as a share of those of both.</summary>
    /// <param name="other">The other one.</param>
    /// <returns>0 where they share no operator, 1 where they use the same equally often.</returns>
    public double Similarity(OperatorProfile other)
    {
        var names = _counts.Keys.Union(other._counts.Keys).ToList();
        var shared = names.Sum(name => Math.Min(_counts.GetValueOrDefault(name), other._counts.GetValueOrDefault(name)));
        var together = names.Sum(name => Math.Max(_counts.GetValueOrDefault(name), other._counts.GetValueOrDefault(name)));
        return together == 0 ? 1 : shared / (double)together;
    }
}
