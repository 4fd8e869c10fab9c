using System.CommandLine;
using NasDaemon.Commands.Output;
using NasDaemon.Commands.Tasks;

namespace NasDaemon.Commands.Exports;

/// <summary><c>nasdaemon export</c>: writes a network of a task for other tools.</summary>
internal sealed class ExportCommand : SettingsCommand
{
    private readonly Argument<string> _name = TaskArgument.Create();
    private readonly Option<int?> _trial = new("--trial") { Description = "The trial whose network is wanted; the best by default.", HelpName = "N" };
    private readonly Option<DirectoryInfo> _folder = new("--to") { Description = "The folder to write into; it is made where it is not there.", Required = true, HelpName = "DIR" };
    private readonly Option<string[]> _formats = new("--format")
    {
        Description = $"The forms, with commas between them: {string.Join(", ", ExportFormat.All)}; all by default.",
        HelpName = "FORMS",
        DefaultValueFactory = _ => [.. ExportFormat.All],
        CustomParser = result => [.. result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct()],
    };

    /// <summary>Makes the command.</summary>
    public ExportCommand()
        : base(
            "export",
            "Writes a task's network for other tools: as PyTorch source, TorchScript, safetensors and ONNX.",
            "nasdaemon export mnist-quickstart --to best\nnasdaemon export mnist-quickstart --trial 7 --to seven --format source,onnx")
    {
        _formats.Validators.Add(result =>
        {
            if (result.GetValue(_formats)?.FirstOrDefault(format => !ExportFormat.All.Contains(format)) is { } unknown)
            {
                result.AddError($"There is no form '{unknown}'. There are: {string.Join(", ", ExportFormat.All)}.");
            }
        });
        Add(_name);
        Add(_trial);
        Add(_folder);
        Add(_formats);
    }

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        using var tasks = TaskFinder.Open(context);
        if (tasks?.Find(arguments.GetRequiredValue(_name)) is not { } task)
        {
            return Task.FromResult(ExitCode.NotFound);
        }

        var number = arguments.GetValue(_trial);
        if (ExportedNetwork.Find(tasks.Store, context, task.Id, number) is not { } network)
        {
            context.Error.WriteLine(PlainText.Of(number is null
                ? $"The task '{task.Id}' has no trained network. For a run of an experiment, name the run: EXPERIMENT/ARM/DATASET/SEED."
                : $"The task '{task.Id}' has no trial {number}. 'nasdaemon trials {task.Id}' shows those that there are."));
            return Task.FromResult(ExitCode.NotFound);
        }

        var folder = arguments.GetRequiredValue(_folder).FullName;
        Directory.CreateDirectory(folder);
        var writer = new NetworkFiles(network, folder);
        var files = arguments.GetRequiredValue(_formats).Select(writer.Write).ToList();
        Show(context, network, files);
        return Task.FromResult(files.TrueForAll(file => file.Problem is null) ? ExitCode.Done : ExitCode.Failed);
    }

    private static void Show(CommandContext context, ExportedNetwork network, List<ExportedFile> files)
    {
        if (context.IsJson)
        {
            context.WriteJson(new { network.Trial.Key.Task, Trial = network.Trial.Key.Number, HasTrainedWeights = network.Weights is not null, Files = files });
            return;
        }

        foreach (var file in files)
        {
            if (file.Problem is not null)
            {
                context.Error.WriteLine(PlainText.Of($"{file.Format}: {file.Problem}"));
            }
            else
            {
                context.Output.WriteLine(PlainText.Of($"{file.Format}: {file.File}{(file.Note is null ? string.Empty : $". {file.Note}")}"));
            }
        }
    }
}
