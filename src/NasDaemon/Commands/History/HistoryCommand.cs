using System.CommandLine;
using NasDaemon.Commands.Output;
using NasDaemon.Commands.Tasks;
using NasDaemon.Exports.History;
using NasDaemon.Pipeline.Files;

namespace NasDaemon.Commands.History;

/// <summary><c>nasdaemon history</c>: writes everything that was ever tried as a file for other tools.</summary>
internal sealed class HistoryCommand : SettingsCommand
{
    private static readonly string[] Databases = [".db", ".sqlite"];

    private readonly Option<FileInfo> _file = new("--to")
    {
        Description = "Where to write: *.db or *.sqlite for all tables, *.csv for the trials; a file of that name is replaced.",
        Required = true,
        HelpName = "FILE",
    };

    /// <summary>Makes the command.</summary>
    public HistoryCommand()
        : base("history", "Writes the tasks, networks and trainings of this machine as SQLite or CSV.", "nasdaemon history --to history.db\nnasdaemon history --to trials.csv")
    {
        _file.Validators.Add(result =>
        {
            if (result.GetValue(_file) is { } file && file.Extension != ".csv" && !Databases.Contains(file.Extension))
            {
                result.AddError("The file's name says what is written: --to takes *.db, *.sqlite or *.csv.");
            }
        });
        Add(_file);
    }

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        using var tasks = TaskFinder.Open(context);
        if (tasks is null)
        {
            return Task.FromResult(ExitCode.NotFound);
        }

        var file = arguments.GetRequiredValue(_file).FullName;
        var history = HistorySource.Read(tasks.Store);
        var count = Path.GetExtension(file) == ".csv" ? WriteTable(file, history) : WriteDatabase(file, history);
        if (context.IsJson)
        {
            context.WriteJson(new { File = file, Trials = count });
        }
        else
        {
            context.Output.WriteLine(PlainText.Of($"{count} trials are in {file}"));
        }

        return Task.FromResult(ExitCode.Done);
    }

    private static int WriteTable(string file, IEnumerable<HistoryTask> history)
    {
        var count = 0;
        AtomicFile.Write(file, stream =>
        {
            using var writer = new StreamWriter(stream, leaveOpen: true);
            count = HistoryCsv.Write(history, writer);
        });
        return count;
    }

    // SQLite writes by name; the file gets its own when it is whole.
    private static int WriteDatabase(string file, IEnumerable<HistoryTask> history)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(file)!, $".{Path.GetFileName(file)}.{Path.GetRandomFileName()}.tmp");
        try
        {
            var count = HistoryDatabase.Write(temporary, history);
            File.Move(temporary, file, overwrite: true);
            return count;
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
