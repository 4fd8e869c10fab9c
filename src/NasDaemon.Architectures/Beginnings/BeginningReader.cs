using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Sources;
using NasDaemon.Architectures.Mending;
using NasDaemon.Architectures.Tracing;

namespace NasDaemon.Architectures.Beginnings;

/// <summary>Reads the beginning of a source while it is being written.</summary>
/// <param name="tracer">Traces it.</param>
public sealed class BeginningReader(ArchitectureTracer tracer)
{
    private readonly SourceMender _mender = new(tracer);

    /// <summary>Reads a beginning.</summary>
    /// <param name="text">The text so far, up to the end of a line. May be hostile.</param>
    /// <param name="request">What the network is for.</param>
    /// <param name="mends">Whether a failure that mending cures counts as none.</param>
    /// <returns>How far it goes; its failure is one that nothing behind it puts right.</returns>
    public BeginningTrace Read(string text, TraceRequest request, bool mends = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > tracer.Limits.SourceLength)
        {
            return tracer.TraceBeginning(text, request);
        }

        var beginning = SourceBeginning.Cut(text, tracer.Limits.SyntaxDepth);
        if (beginning.Problem is { } problem)
        {
            return new BeginningTrace(problem.ToFailure(), SourceStage.Before, 0, null);
        }

        var trace = tracer.TraceBeginning(beginning.Text, request);
        if (mends && trace.Failure is not null && _mender.Mend(beginning.Text, request) is { Cures.Length: > 0 } mended)
        {
            trace = tracer.TraceBeginning(mended.Source, request);
        }

        return trace with { Failure = trace.Failure is { } failure && CanBecomeRight(failure, trace, beginning) ? null : trace.Failure, Length = beginning.Length };
    }

    /// <summary>The white space before the methods of the network's class.</summary>
    /// <param name="text">The text so far.</param>
    /// <param name="request">What the network is for.</param>
    /// <returns>The white space; empty before there is such a class with a body.</returns>
    public static string MethodIndentation(string text, TraceRequest request)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(request);
        var header = $"class {request.ClassName ?? "Net"}";
        var isInside = false;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith(header, StringComparison.Ordinal))
            {
                isInside = true;
            }
            else if (isInside && line.Trim().Length > 0)
            {
                return line[..(line.Length - line.TrimStart().Length)];
            }
        }

        return string.Empty;
    }

    private static bool CanBecomeRight(Failure failure, BeginningTrace trace, SourceBeginning beginning) => failure.Class switch
    {
        // A try without its except.
        FailureClass.Syntax => failure.Message.StartsWith("expected 'except'", StringComparison.Ordinal),

        // The class is still open, so that a method may follow that its constructor calls.
        FailureClass.UnknownAttribute => trace.Stage == SourceStage.Class && beginning.Indentation > 0
            && failure.Message.StartsWith("'Net' object has no attribute '_", StringComparison.Ordinal),
        _ => false,
    };
}
