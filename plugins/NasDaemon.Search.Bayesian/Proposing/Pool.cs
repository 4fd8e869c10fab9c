using System.Collections.Immutable;
using NasDaemon.Search.Bayesian.Surrogates;

namespace NasDaemon.Search.Bayesian.Proposing;

/// <summary>The networks among which the next one is chosen, each graph once.</summary>
internal sealed class Pool
{
    /// <summary>Takes the networks.</summary>
    /// <param name="networks">The networks; of those with the same graph the first counts.</param>
    public Pool(IEnumerable<PoolNetwork> networks)
    {
        Networks = [.. networks.DistinctBy(network => network.Fingerprint)];
        Candidates = new CandidateSet([.. Networks.Select(network => network.Features)]);
    }

    /// <summary>The networks.</summary>
    public ImmutableArray<PoolNetwork> Networks { get; }

    /// <summary>The networks as the surrogate sees them.</summary>
    public CandidateSet Candidates { get; }
}
