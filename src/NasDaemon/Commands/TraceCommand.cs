using System.CommandLine;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Commands.Tracing;

namespace NasDaemon.Commands;

/// <summary><c>nasdaemon trace</c>: shows what a PyTorch source is, layer by layer, without running it.</summary>
internal sealed class TraceCommand : DocumentedCommand
{
    private readonly Argument<FileInfo> _file = new("FILE") { Description = "Python source with class Net(nn.Module)." };
    private readonly Option<string> _input = new("--input")
    {
        Description = "The shape of one sample: channels x height x width, without the batch.",
        DefaultValueFactory = _ => "3x32x32",
    };

    private readonly Option<int> _classes = new("--classes") { Description = "How many outputs the network shall have.", DefaultValueFactory = _ => 10 };
    private readonly Option<bool> _json = new("--json") { Description = "Write JSON instead of a table." };

    /// <summary>Makes the command.</summary>
    public TraceCommand()
        : base(
            "trace",
            "Reads a PyTorch source without running it: its layers with shapes, parameters and FLOPs, or what is wrong with it.",
            "nasdaemon trace net.py --input 1x28x28 --classes 10")
    {
        _file.AcceptExistingOnly();
        _input.Validators.Add(result =>
        {
            if (!InputShape.TryParse(result.GetValueOrDefault<string>(), out _))
            {
                result.AddError("--input is written like 3x32x32: one to four whole numbers above 0.");
            }
        });
        _classes.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--classes is at least 1.");
            }
        });
        Add(_file);
        Add(_input);
        Add(_classes);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var file = arguments.GetRequiredValue(_file);
        var source = await File.ReadAllTextAsync(file.FullName, cancellation);
        _ = InputShape.TryParse(arguments.GetRequiredValue(_input), out var input);
        var result = new ArchitectureTracer(TracingLimits.Default).Trace(source, new TraceRequest(new NetworkShape(input, arguments.GetValue(_classes))));
        var output = arguments.InvocationConfiguration.Output;
        if (arguments.GetValue(_json))
        {
            TraceJson.Write(output, source, result);
        }
        else if (result.IsAccepted)
        {
            TraceTable.Write(output, source, result.Architecture);
        }
        else
        {
            FailureText.Write(output, file.Name, source, result.Failure);
        }

        return result.IsAccepted ? ExitCode.Done : ExitCode.Refused;
    }
}
