using NasDaemon.Architectures.Fingerprints;
using NasDaemon.Architectures.Tracing;

namespace NasDaemon.Benchmarks.Tracing;

/// <summary>Everything that happens to a source before it is trained: graph, shapes, cost and both fingerprints.</summary>
internal sealed class Reader
{
    private readonly ArchitectureTracer _tracer = new(TracingLimits.Default);

    /// <summary>Something of every result, so that no work can be left out.</summary>
    public long Checksum { get; private set; }

    /// <summary>Reads a source.</summary>
    /// <param name="sample">The source.</param>
    /// <returns>Whether it was accepted.</returns>
    public bool Read(Sample sample)
    {
        var result = _tracer.Trace(sample.Source, sample.Request);
        Checksum += SourceFingerprint.Compute(sample.Source).Length;
        if (!result.IsAccepted)
        {
            return false;
        }

        var network = result.Architecture;
        Checksum += network.ParameterCount + network.Flops + network.ActivationElements + GraphFingerprint.Compute(network).Length;
        return true;
    }
}
