using NasDaemon.Search.Bayesian.Features;

namespace NasDaemon.Search.Bayesian.Surrogates;

/// <summary>A network with a result.</summary>
/// <param name="Features">Its features.</param>
/// <param name="Target">Its result, as <see cref="Surrogates.Target"/> says; for a network of the archive, standardised within its group.</param>
/// <param name="Group">The trials with which its result can be compared.</param>
internal sealed record KnownNetwork(NetworkFeatures Features, double Target, TrialGroup Group)
{
    /// <summary>Whether it belongs to this task.</summary>
    public bool IsOwn => Group == TrialGroup.Own;
}
