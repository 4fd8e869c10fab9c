using System.CommandLine;
using NasDaemon.Abstractions.Search;
using NasDaemon.Pipeline.Archives;

namespace NasDaemon.Commands.Archives;

/// <summary><c>nasdaemon archive export</c>: writes the trials of all tasks to a file that <c>search.prior</c> reads.</summary>
internal sealed class ArchiveExportCommand : SettingsCommand
{
    private readonly Argument<FileInfo> _file = new("FILE") { Description = "Where to write; a file of that name is replaced." };
    private readonly Option<string?> _dataset = new("--dataset") { Description = "Only trials on this data set." };

    /// <summary>Makes the command.</summary>
    public ArchiveExportCommand()
        : base("export", "Writes the trials of all tasks to a file for 'search.prior'.", "nasdaemon archive export learnt.jsonl")
    {
        Add(_file);
        Add(_dataset);
    }

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        using var store = context.Components.ReadStore();
        if (store is null)
        {
            context.Error.WriteLine($"There is no store in {context.Folders.State} yet: nothing was searched here.");
            return Task.FromResult(ExitCode.NotFound);
        }

        var trials = store.BestTrials(arguments.GetValue(_dataset), int.MaxValue);
        var file = arguments.GetRequiredValue(_file);
        ArchiveFile.Write(file.FullName, trials.Select(pair => new ArchivedTrial(pair.Candidate, pair.Trial)));
        if (context.IsJson)
        {
            context.WriteJson(new { File = file.FullName, Trials = trials.Count });
            return Task.FromResult(ExitCode.Done);
        }

        context.Output.WriteLine($"{trials.Count} trials are in {file.FullName}");
        return Task.FromResult(ExitCode.Done);
    }
}
