using System.CommandLine;
using NasDaemon.Abstractions.Data;
using NasDaemon.Commands.Tables;

namespace NasDaemon.Commands.Data;

/// <summary><c>nasdaemon data list</c>: shows the data sets that tasks may name.</summary>
internal sealed class DataListCommand : SettingsCommand
{
    /// <summary>Makes the command.</summary>
    public DataListCommand()
        : base("list", "Lists the data sets that tasks may name, and whether they are here.", "nasdaemon data list")
    {
    }

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        var sets = context.Components.Datasets().SelectMany(provider => provider.Datasets.Select(info => Row(provider, info))).ToList();
        if (context.IsJson)
        {
            context.WriteJson(new { Datasets = sets });
        }
        else
        {
            Write(context.Output, sets);
        }

        return Task.FromResult(ExitCode.Done);
    }

    private static void Write(TextWriter output, IEnumerable<DatasetRow> sets)
    {
        var table = new TextTable("data set", "sample", "classes", "train", "test", "here").AlignRight(2, 3, 4);
        foreach (var set in sets)
        {
            table.Add(set.Name, string.Join('×', set.Sample), $"{set.Classes}", $"{set.Train}", $"{set.Test}", Presence(set));
        }

        table.Write(output);
    }

    private static DatasetRow Row(IDatasetProvider provider, DatasetInfo info) => new(
        info.Name, info.SampleShape, info.Classes.Length, info.TrainSamples, info.TestSamples, provider.Open(info.Name).Dataset is not null, info.CanFetch);

    private static string Presence(DatasetRow set) => (set.IsHere, set.CanFetch) switch
    {
        (true, _) => "yes",
        (false, true) => $"no; nasdaemon data get {set.Name}",
        _ => "no",
    };
}
