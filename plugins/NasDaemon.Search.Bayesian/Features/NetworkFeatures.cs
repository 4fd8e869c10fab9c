using System.Collections.Immutable;

namespace NasDaemon.Search.Bayesian.Features;

/// <summary>What the surrogate sees of a network: one vector a group, each group with a length scale of its own.</summary>
/// <param name="Groups">The vectors in the order of <see cref="FeatureGroup"/>.</param>
internal sealed record NetworkFeatures(ImmutableArray<FeatureVector> Groups)
{
    /// <summary>How many groups there are.</summary>
    public const int GroupCount = 4;

    /// <summary>The squared distance to another network in one group.</summary>
    /// <param name="other">The other network.</param>
    /// <param name="group">The group's index.</param>
    /// <returns>The distance squared.</returns>
    public double SquaredDistance(NetworkFeatures other, int group) => Groups[group].SquaredDistance(other.Groups[group]);
}

/// <summary>The groups of features.</summary>
internal enum FeatureGroup
{
    /// <summary>The answers that made the network, one entry a decision and answer; nothing where no space made it.</summary>
    Answers,

    /// <summary>How often each sequence of operators occurs on a way through the network.</summary>
    Paths,

    /// <summary>How often each operator lies on a way from the input to the output.</summary>
    Operators,

    /// <summary>The logarithms of parameters and floating-point operations.</summary>
    Cost,
}
