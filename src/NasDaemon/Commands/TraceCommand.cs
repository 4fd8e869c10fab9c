using System.CommandLine;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Commands.Tracing;
using NasDaemon.Commands.Tracing.Outputs;
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
    private readonly OutputArguments _outputs = new();

    /// <summary>Makes the command.</summary>
    public TraceCommand()
        : base(
            "trace",
            "Reads PyTorch sources without running them: layers with shapes, parameters and FLOPs, or what is wrong.",
            """
            nasdaemon trace net.py --input 1x28x28 --classes 10
            nasdaemon trace net.py --export model.pt
            nasdaemon trace networks/ candidates.jsonl --json
            """)
    {
        _arguments.AddTo(this);
        _outputs.AddTo(this);
        Validators.Add(result =>
        {
            if (_outputs.Problem(result, _arguments.IsSingle(result), _arguments.IsJson(result)) is { } problem)
            {
                result.AddError(problem);
            }
        });
        SetAction(RunAsync);
    }

    /// <inheritdoc/>
    public override string ExitCodes => """
        Exit codes:
          0  all sources were accepted
          1  a source was refused
          2  wrong command line, a path that could not be read, or a file that could not be written
        """;

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var paths = _arguments.Paths(arguments);
        var options = _arguments.Options(arguments) with { NotesModuleCalls = !_arguments.IsJson(arguments) || _outputs.NeedsModuleCalls(arguments) };
        var tracer = new SourceTracer(options, TimeProvider.System);
        await using var standardOutput = Console.OpenStandardOutput();
        await using var outputs = _outputs.Files(arguments, isFolder: !SourceReader.IsSingle(paths));
        var report = Report(arguments, standardOutput);
        var code = AllAccepted;
        foreach (var source in new SourceReader(TracingLimits.Default.SourceLength).Read(paths))
        {
            var outcome = await outputs.WriteAsync(tracer.Trace(source), cancellation);
            report.Add(outcome);
            code = Math.Max(code, CodeOf(outcome));
        }

        report.Finish();
        return code;
    }

    private ITraceReport Report(ParseResult arguments, Stream standardOutput)
    {
        var console = arguments.InvocationConfiguration;
        return _arguments.IsJson(arguments) ? new JsonReport(standardOutput)
            : _outputs.Printed(arguments) is { } text ? new PrintReport(console, text)
            : SourceReader.IsSingle(_arguments.Paths(arguments)) ? new TextReport(console.Output, console.Error, _arguments.Depth(arguments))
            : new SummaryReport(console.Output, console.Error);
    }

    private static int CodeOf(TraceOutcome outcome) => outcome switch
    {
        { Source.IsUnreachable: true } => CouldNotRun,
        { IsAccepted: false } => OneRefused,
        _ when outcome.Files.Any(file => file.Failure is not null) => CouldNotRun,
        _ => AllAccepted,
    };
}
