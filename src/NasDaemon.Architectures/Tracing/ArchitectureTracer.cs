using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Syntax.Parsing;

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

    /// <summary>Traces a source.</summary>
    /// <param name="source">The text of a Python file with <c>class Net(nn.Module)</c>. May be hostile.</param>
    /// <param name="request">What the network is for.</param>
    /// <returns>The network, or why the source was refused. Never throws for what a source holds.</returns>
    public TraceResult Trace(string source, TraceRequest request)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            var parsed = Parser.Parse(source, limits.SourceLength, limits.SyntaxDepth);
            return parsed.Module is { } module
                ? new NetworkBuilder(limits, request).Trace(module)
                : TraceResult.Refused(parsed.Problem!.ToFailure());
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // One source must not end the tracing of the others, whatever in the tracer it brings to light.
            return TraceResult.Refused(new Failure(FailureClass.UnsupportedSyntax, FaultText + fault.Message, Hint: fault.StackTrace?.Trim().Split('\n')[0]));
        }
    }
}
