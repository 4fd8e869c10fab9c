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
        var table = new TextTable("data set", "sample", "classes", "train", "test", "here").AlignRight(2, 3, 4);
        foreach (var provider in context.Components.Datasets())
        {
            foreach (var info in provider.Datasets)
            {
                table.Add(
                    info.Name, string.Join('×', info.SampleShape), $"{info.Classes.Length}", $"{info.TrainSamples}", $"{info.TestSamples}", Presence(provider, info));
            }
        }

        table.Write(context.Output);
        return Task.FromResult(ExitCode.Done);
    }

    private static string Presence(IDatasetProvider provider, DatasetInfo info) => (provider.Open(info.Name).Dataset, info.CanFetch) switch
    {
        (not null, _) => "yes",
        (null, true) => $"no; nasdaemon data get {info.Name}",
        _ => "no",
    };
}
