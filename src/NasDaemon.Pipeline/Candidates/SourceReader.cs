using NasDaemon.Abstractions.Sources;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Architectures.Fingerprints;
using NasDaemon.Architectures.Tracing;

namespace NasDaemon.Pipeline.Candidates;

/// <summary>Reads sources for the strategies of a task.</summary>
/// <param name="task">The task, whose constraints hold.</param>
/// <param name="shape">What its networks read and return.</param>
/// <param name="tracer">Traces sources.</param>
public sealed class SourceReader(SearchTask task, NetworkShape shape, ArchitectureTracer tracer) : ISourceReader
{
    /// <inheritdoc/>
    public SourceReading Read(string source)
    {
        var traced = tracer.Trace(source, new TraceRequest(shape));
        var fingerprint = SourceFingerprint.Compute(source);
        return traced.Architecture is { } architecture
            ? new SourceReading(
                fingerprint,
                architecture,
                GraphFingerprint.Compute(architecture),
                ConstraintCheck.Violation(architecture, task.Constraints, task.Training))
            : new SourceReading(fingerprint, null, null, traced.Failure);
    }
}
