using System.CommandLine;
using System.CommandLine.Parsing;
using NasDaemon.Commands.Tracing.Sources;

namespace NasDaemon.Commands.Tracing;

/// <summary>What <c>nasdaemon trace</c> takes.</summary>
internal sealed class TraceArguments
{
    private const int MostClasses = 1_000_000;
    private const int EveryLevel = 1000;

    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Python files, folders (every *.py below), .jsonl files with an object a line (networks.jsonl:17 is its line 17), or - for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _input = new("--input")
    {
        Description = "The shape of one sample, without the batch: channels x height x width, channels x length, or features.",
        HelpName = "SHAPE",
        DefaultValueFactory = _ => "3x32x32",
    };

    private readonly Option<int?> _classes = new("--classes")
    {
        Description = "How many outputs a network shall have. Without it any output will do, and LEMUR networks are told 10.",
        HelpName = "COUNT",
    };

    private readonly Option<string> _class = new("--class") { Description = "The class that is the network; Net by default.", HelpName = "NAME" };

    private readonly Option<string[]> _parameters = new("--prm")
    {
        Description = "Hyper-parameters of LEMUR networks: lr=0.01,momentum=0.9 or a JSON object.",
        HelpName = "NAME=VALUE,...",
    };

    private readonly Option<int> _depth = new("--depth")
    {
        Description = "How deep the table looks into modules; what is deeper is summed up.",
        HelpName = "LEVELS",
        DefaultValueFactory = _ => EveryLevel,
    };

    private readonly Option<bool> _json = new("--json") { Description = "Write one JSON object a source, a line each." };

    /// <summary>Makes the options with their checks.</summary>
    public TraceArguments()
    {
        _input.Validators.Add(result =>
        {
            if (!InputShape.TryParse(result.GetValueOrDefault<string>(), out _))
            {
                result.AddError($"--input {InputShape.Remedy}");
            }
        });
        _classes.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > MostClasses)
            {
                result.AddError($"--classes is at least 1 and at most {MostClasses}.");
            }
        });
        _depth.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 0)
            {
                result.AddError("--depth is at least 0.");
            }
        });
        _parameters.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string[]>()!.Any(text => HyperParameterText.Parse(text) is null))
            {
                result.AddError("--prm is written like lr=0.01,momentum=0.9 or {\"lr\": 0.01}.");
            }
        });
    }

    /// <summary>Adds them to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        command.Add(_paths);
        command.Add(_input);
        command.Add(_classes);
        command.Add(_class);
        command.Add(_parameters);
        command.Add(_depth);
        command.Add(_json);
    }

    /// <summary>Whether scripts read the output.</summary>
    /// <param name="command">The parsed command.</param>
    /// <returns>Whether it shall be JSON.</returns>
    public bool IsJson(SymbolResult command) => command.GetResult(_json) is { Implicit: false };

    /// <summary>The sources.</summary>
    /// <param name="arguments">The parsed command line.</param>
    /// <returns>The paths in the order given.</returns>
    public string[] Paths(ParseResult arguments) => arguments.GetRequiredValue(_paths);

    /// <summary>Whether paths were given that name one source and no more.</summary>
    /// <param name="command">The parsed command.</param>
    /// <returns>Whether they were.</returns>
    public bool IsSingle(SymbolResult command) =>
        command.GetResult(_paths) is { } given && SourceReader.IsSingle([.. given.Tokens.Select(token => token.Value)]);

    /// <summary>Whether scripts read the output.</summary>
    /// <param name="arguments">The parsed command line.</param>
    /// <returns>Whether it shall be JSON.</returns>
    public bool IsJson(ParseResult arguments) => arguments.GetValue(_json);

    /// <summary>How deep the table looks into modules.</summary>
    /// <param name="arguments">The parsed command line.</param>
    /// <returns>The depth.</returns>
    public int Depth(ParseResult arguments) => arguments.GetValue(_depth);

    /// <summary>What the sources are traced for.</summary>
    /// <param name="arguments">The parsed command line.</param>
    /// <returns>The options.</returns>
    public TraceOptions Options(ParseResult arguments)
    {
        _ = InputShape.TryParse(arguments.GetRequiredValue(_input), out var input);
        var parameters = (arguments.GetValue(_parameters) ?? [])
            .Aggregate(HyperParameterText.None, (all, text) => all.SetItems(HyperParameterText.Parse(text) ?? HyperParameterText.None));
        return new TraceOptions(input, arguments.GetValue(_classes), arguments.GetValue(_class), parameters);
    }
}
