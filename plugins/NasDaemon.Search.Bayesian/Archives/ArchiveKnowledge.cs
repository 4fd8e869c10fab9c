using System.Collections.Immutable;
using NasDaemon.Search.Bayesian.Surrogates;

namespace NasDaemon.Search.Bayesian.Archives;

/// <summary>What the archive knows that may help with this task.</summary>
/// <param name="Networks">Networks with results of other data sets or recipes, each group standardised.</param>
/// <param name="Spread">The spread of targets in such a group, as an expectation of this task's; null without groups.</param>
internal sealed record ArchiveKnowledge(ImmutableArray<KnownNetwork> Networks, double? Spread)
{
    /// <summary>Nothing.</summary>
    public static ArchiveKnowledge None { get; } = new([], null);
}
