using NasDaemon.Architectures.Syntax.Parsing;

namespace NasDaemon.Architectures.Tracing;

/// <summary>
/// Turns PyTorch source into an architecture without running Python: the source is parsed, and its <c>__init__</c> and
/// <c>forward</c> are interpreted on symbolic tensors. Keeps no state between calls; calls may run at the same time.
/// </summary>
/// <param name="limits">What one trace may use up.</param>
public sealed class ArchitectureTracer(TracingLimits limits)
{
    /// <summary>Traces a source.</summary>
    /// <param name="source">The text of a Python file with <c>class Net(nn.Module)</c>. May be hostile.</param>
    /// <param name="request">What the network is for.</param>
    /// <returns>The network, or why the source was refused. Never throws for what a source holds.</returns>
    public TraceResult Trace(string source, TraceRequest request)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(request);
        var parsed = Parser.Parse(source, limits.SourceLength, limits.SyntaxDepth);
        return parsed.Module is { } module
            ? new NetworkBuilder(limits, request).Trace(module)
            : TraceResult.Refused(parsed.Problem!.ToFailure());
    }
}
