using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Sources;
using NasDaemon.Architectures.Syntax;
using NasDaemon.Architectures.Syntax.Parsing;
using NasDaemon.Architectures.Tracing.Diagnosis;

namespace NasDaemon.Architectures.Tracing;

/// <summary>
/// Turns PyTorch source into an architecture without running Python: the source is parsed, and its <c>__init__</c> and
/// <c>forward</c> are interpreted on symbolic tensors. Keeps no state between calls; calls may run at the same time.
/// </summary>
/// <param name="limits">What one trace may use up.</param>
public sealed class ArchitectureTracer(TracingLimits limits)
{
    /// <summary>How the message begins where the tracer itself is at fault.</summary>
    public const string FaultText = "The tracer itself failed on this source: ";

    /// <summary>What one trace may use up.</summary>
    internal TracingLimits Limits => limits;

    /// <summary>Traces a source.</summary>
    /// <param name="source">The text of a Python file with <c>class Net(nn.Module)</c>. May be hostile.</param>
    /// <param name="request">What the network is for.</param>
    /// <returns>The network, or why the source was refused. Never throws for what a source holds.</returns>
    public TraceResult Trace(string source, TraceRequest request) => Trace(source, request, notes: null);

    /// <summary>Traces a source, and notes what a cure of its failure needs to know.</summary>
    /// <param name="source">The source.</param>
    /// <param name="request">What the network is for.</param>
    /// <param name="notes">Takes the notes; null where nobody asks.</param>
    /// <returns>The network, or why the source was refused.</returns>
    internal TraceResult Trace(string source, TraceRequest request, TraceNotes? notes)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(request);
        return Guard(
            source,
            module => new NetworkBuilder(limits, request, notes: notes).Trace(module),
            failure => TraceResult.Refused(failure));
    }

    /// <summary>Traces the beginning of a source as far as it goes.</summary>
    /// <param name="source">The beginning, with every open block closed.</param>
    /// <param name="request">What the network is for.</param>
    /// <returns>How far that is.</returns>
    internal BeginningTrace TraceBeginning(string source, TraceRequest request) => Guard(
        source,
        module => new NetworkBuilder(limits, request).TraceBeginning(module),
        failure => new BeginningTrace(failure, SourceStage.Before, 0, null));

    /// <summary>Says that reading a source brought a fault of ours to light.</summary>
    /// <param name="fault">The fault.</param>
    /// <returns>The failure of the source.</returns>
    internal static Failure Fault(Exception fault) =>
        new(FailureClass.UnsupportedSyntax, FaultText + fault.Message, Hint: fault.StackTrace?.Trim().Split('\n')[0]);

    private T Guard<T>(string source, Func<SourceModule, T> trace, Func<Failure, T> refuse)
    {
        try
        {
            var parsed = Parser.Parse(source, limits.SourceLength, limits.SyntaxDepth);
            return parsed.Module is { } module ? trace(module) : refuse(parsed.Problem!.ToFailure());
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // One source must not end the tracing of the others, whatever in the tracer it brings to light.
            return refuse(Fault(fault));
        }
    }
}
