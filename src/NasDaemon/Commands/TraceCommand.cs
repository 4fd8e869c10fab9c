using System.CommandLine;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Commands.Tracing;
using NasDaemon.Commands.Tracing.Reporting;
using NasDaemon.Commands.Tracing.Sources;

namespace NasDaemon.Commands;

/// <summary><c>nasdaemon trace</c>: shows what PyTorch sources are, layer by layer, without running them.</summary>
internal sealed class TraceCommand : DocumentedCommand
{
    private const int AllAccepted = 0;
    private const int OneRefused = 1;
    private const int CouldNotRun = 2;

    private readonly TraceArguments _arguments = new();

    /// <summary>Makes the command.</summary>
    public TraceCommand()
        : base(
            "trace",
            "Reads PyTorch sources without running them: layers with shapes, parameters and FLOPs, or what is wrong.",
            """
            nasdaemon trace net.py --input 1x28x28 --classes 10
            nasdaemon trace networks/ candidates.jsonl --json
            """)
    {
        _arguments.AddTo(this);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public override string ExitCodes => """
        Exit codes:
          0  all sources were accepted
          1  a source was refused
          2  wrong command line, or a path that could not be read
        """;

    private int Run(ParseResult arguments)
    {
        var console = arguments.InvocationConfiguration;
        var tracer = new SourceTracer(_arguments.Options(arguments), TimeProvider.System);
        using var standardOutput = Console.OpenStandardOutput();
        ITraceReport report = _arguments.IsJson(arguments) ? new JsonReport(standardOutput) : new TextReport(console.Output);
        var code = AllAccepted;
        foreach (var source in new SourceReader(TracingLimits.Default.SourceLength).Read(_arguments.Paths(arguments)))
        {
            var outcome = tracer.Trace(source);
            report.Add(outcome);
            code = Math.Max(code, outcome.IsAccepted ? AllAccepted : source.IsUnreachable ? CouldNotRun : OneRefused);
        }

        report.Finish();
        return code;
    }
}
