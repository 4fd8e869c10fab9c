using System.Globalization;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Sources;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Architectures.Beginnings;
using NasDaemon.Architectures.Fingerprints;
using NasDaemon.Architectures.Mending;
using NasDaemon.Architectures.Tracing;

namespace NasDaemon.Pipeline.Candidates;

/// <summary>Reads sources for the strategies of a task.</summary>
/// <param name="task">The task, whose constraints hold.</param>
/// <param name="shape">What its networks read and return.</param>
/// <param name="tracer">Traces sources.</param>
public sealed class SourceReader(SearchTask task, NetworkShape shape, ArchitectureTracer tracer) : ISourceReader
{
    private readonly TraceRequest _request = new(shape);
    private readonly BeginningReader _beginnings = new(tracer);
    private readonly SourceMender _mender = new(tracer);

    /// <inheritdoc/>
    public SourceReading Read(string source) => Judge(source, tracer.Trace(source, _request));

    /// <inheritdoc/>
    public MendedSource Mend(string source)
    {
        var mended = _mender.Mend(source, _request);
        return new MendedSource(mended.Source, Judge(mended.Source, mended.Result), mended.Cures);
    }

    private SourceReading Judge(string source, TraceResult traced)
    {
        var fingerprint = SourceFingerprint.Compute(source);
        return traced.Architecture is { } architecture
            ? new SourceReading(
                fingerprint,
                architecture,
                GraphFingerprint.Compute(architecture),
                ConstraintCheck.Violation(architecture, task.Constraints, task.Training))
            : new SourceReading(fingerprint, null, null, traced.Failure);
    }

    /// <inheritdoc/>
    public PartialReading ReadPartial(string text, bool mends)
    {
        var trace = _beginnings.Read(text, _request, mends);
        var reached = trace.Reached is { } tensor ? $"[{string.Join(", ", tensor.Shape.Select(Describe))}]" : null;
        var failure = trace.Failure ?? ConstraintCheck.Violation(trace.Parameters, task.Constraints);
        return new PartialReading(failure, trace.Stage, trace.Length, reached, BeginningReader.MethodIndentation(text, _request));
    }

    private static string Describe(Dimension size) => size switch
    {
        { IsFixed: true } => size.Constant.ToString(CultureInfo.InvariantCulture),
        { BatchMultiple: 1, Constant: 0 } => "batch",
        _ => "?",
    };
}
