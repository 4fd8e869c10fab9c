using NasDaemon.Abstractions.Sources;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Search.Bayesian.Features;

namespace NasDaemon.Search.Bayesian.Proposing;

/// <summary>A network that may be proposed.</summary>
/// <param name="Answers">The decisions that made it.</param>
/// <param name="Fingerprint">The fingerprint of its graph.</param>
/// <param name="Features">What the surrogate sees of it.</param>
internal sealed record PoolNetwork(AnswerList Answers, string Fingerprint, NetworkFeatures Features)
{
    /// <summary>Reads a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="sources">Reads sources as the task's judge does.</param>
    /// <returns>The network; null where it is refused.</returns>
    public static PoolNetwork? Read(SampledNetwork network, ISourceReader sources) =>
        sources.Read(network.Source) is { Failure: null, Architecture: { } architecture, GraphFingerprint: { } fingerprint }
            ? new PoolNetwork(network.Answers, fingerprint, FeatureReader.Read(architecture, network.Answers))
            : null;
}
