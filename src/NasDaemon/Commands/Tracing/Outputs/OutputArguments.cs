using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Architectures.Emit;
using NasDaemon.Commands.Tracing.Pictures;

namespace NasDaemon.Commands.Tracing.Outputs;

/// <summary>The options of <c>nasdaemon trace</c> that make something of each accepted network.</summary>
internal sealed class OutputArguments
{
    private readonly Option<string> _export = new("--export")
    {
        Description = "Write the network with freshly drawn weights as TorchScript that torch.jit.load reads. A folder where there are several sources.",
        HelpName = "model.pt",
    };

    private readonly Option<long> _seed = new("--seed") { Description = "The seed of the weights that --export draws.", DefaultValueFactory = _ => 0 };

    private readonly Option<string?> _script = new("--torchscript")
    {
        Description = "Write the network's forward method as TorchScript; without FILE to standard output. A folder where there are several sources.",
        HelpName = "FILE",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _dot = new("--dot")
    {
        Description = "Draw the network for Graphviz; without FILE to standard output. A folder where there are several sources.",
        HelpName = "FILE",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>Adds them to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_export, _seed, _script, _dot])
        {
            command.Add(option);
        }
    }

    /// <summary>What is wrong with the options together.</summary>
    /// <param name="command">The parsed command.</param>
    /// <param name="isSingle">Whether there is one source and no more.</param>
    /// <param name="isJson">Whether standard output is taken by JSON.</param>
    /// <returns>A sentence; null where nothing is.</returns>
    public string? Problem(SymbolResult command, bool isSingle, bool isJson)
    {
        var given = ((Option[])[_export, _script, _dot]).Where(option => command.GetResult(option) is { Implicit: false }).ToLookup(
            option => command.GetResult(option)!.Tokens is [var path] ? path.Value : string.Empty,
            option => option.Name);
        return given.Select(path => PathProblem(path.First(), path.Key, isSingle)).FirstOrDefault(problem => problem is not null)
            ?? PrintProblem([.. given[string.Empty]], isSingle, isJson);
    }

    /// <summary>Whether something is asked for that shows modules as well as operators.</summary>
    /// <param name="arguments">The parsed command line.</param>
    /// <returns>Whether it is.</returns>
    public bool NeedsModuleCalls(ParseResult arguments) => arguments.GetResult(_dot) is { Implicit: false };

    /// <summary>What goes to standard output in place of a table.</summary>
    /// <param name="arguments">The parsed command line.</param>
    /// <returns>Makes the text; null where a table is wanted.</returns>
    public Func<TraceOutcome, string>? Printed(ParseResult arguments) =>
        IsPrinted(arguments, _script) ? Script : IsPrinted(arguments, _dot) ? DotWriter.Write : null;

    /// <summary>What goes to files.</summary>
    /// <param name="arguments">The parsed command line.</param>
    /// <param name="isFolder">Whether there are several sources.</param>
    /// <returns>The kinds of files.</returns>
    public NetworkOutputs Files(ParseResult arguments, bool isFolder)
    {
        var outputs = ImmutableArray.CreateBuilder<INetworkOutput>();
        if (arguments.GetValue(_export) is { } model)
        {
            outputs.Add(new ModelOutput(Target(model, ".pt"), arguments.GetValue(_seed)));
        }

        if (arguments.GetValue(_script) is { } script)
        {
            outputs.Add(new TextOutput("torchscript", Target(script, ".ts"), Script));
        }

        if (arguments.GetValue(_dot) is { } dot)
        {
            outputs.Add(new TextOutput("dot", Target(dot, ".dot"), DotWriter.Write));
        }

        return new NetworkOutputs(outputs.ToImmutable());

        OutputTarget Target(string path, string extension) => new(path, isFolder || Directory.Exists(path), extension);
    }

    private static string? PrintProblem(string[] printed, bool isSingle, bool isJson) => printed switch
    {
        [_, _, ..] => "--torchscript and --dot cannot both write to standard output: give one of them a FILE.",
        [var option] when isJson => $"{option} and --json cannot both write to standard output: give {option} a FILE.",
        [var option] when !isSingle => $"{option} without FILE takes one source. For several give it a folder.",
        _ => null,
    };

    private static string? PathProblem(string option, string path, bool isSingle) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        // "--dot net.py" would take the source for the file to write.
        ".py" or ".jsonl" => $"{option} would overwrite {path}. Sources stand first: nasdaemon trace {path} {option}",
        ".pt" or ".ts" or ".dot" when !isSingle => $"{option} takes a folder where there are several sources, not {path}.",
        _ when !isSingle && File.Exists(path) => $"{option} takes a folder where there are several sources, and {path} is a file.",
        _ => null,
    };

    private static bool IsPrinted(ParseResult arguments, Option<string?> option) =>
        arguments.GetResult(option) is { Implicit: false } && arguments.GetValue(option) is null;

    private static string Script(TraceOutcome outcome) =>
        TorchScriptEmitter.Lower(outcome.Architecture!, new LoweringOptions(Precision.Float32)).ForwardSource;
}
