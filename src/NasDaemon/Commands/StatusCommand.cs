using System.CommandLine;
using System.Globalization;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Commands.Tables;
using NasDaemon.Pipeline.Experiments;
using NasDaemon.Pipeline.Outbox;
using NasDaemon.Service;

namespace NasDaemon.Commands;

/// <summary><c>nasdaemon status</c>: shows what runs, what waits and what is done, whether a daemon runs or not.</summary>
internal sealed class StatusCommand : SettingsCommand
{
    private const int EndedShown = 10;
    private readonly Option<bool> _all = new("--all") { Description = $"Show every task that has ended, not only the last {EndedShown}." };

    /// <summary>Makes the command.</summary>
    public StatusCommand()
        : base("status", "Shows the tasks that run, wait and have ended.", "nasdaemon status --home /var/lib/nasdaemon") => Add(_all);

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        using var store = context.Components.ReadStore();
        var tasks = store?.Tasks().Where(task => !RunId.IsRun(task.Id)).ToList() ?? [];
        if (tasks.Count == 0)
        {
            context.Output.WriteLine("No task yet. 'nasdaemon submit FILE' brings one.");
            return Task.FromResult(ExitCode.Done);
        }

        var ended = tasks.Where(task => task.Ended is not null).OrderBy(task => task.Ended);
        var table = new TextTable("task", "state", "since", "seconds", "message").AlignRight(3);
        foreach (var task in ended.TakeLast(arguments.GetValue(_all) ? int.MaxValue : EndedShown).Concat(tasks.Where(task => task.Ended is null)))
        {
            table.Add(
                task.Id,
                task.State.ToString().ToLowerInvariant(),
                (task.Ended ?? task.Created).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                task.SearchSeconds.ToString("N0", CultureInfo.InvariantCulture),
                Message(task));
        }

        table.Write(context.Output);
        WriteRunning(context);
        return Task.FromResult(ExitCode.Done);
    }

    private static string Message(TaskRecord task) => task.Message?.Split('\n') switch
    {
        null => string.Empty,
        [var only] => only,
        [var first, .. var others] => $"{first} (and {others.Length} more)",
        _ => string.Empty,
    };

    private static void WriteRunning(CommandContext context)
    {
        foreach (var progress in StatusFile.ReadAll(context.Folders.Outbox))
        {
            context.Output.WriteLine();
            context.Output.WriteLine(ProgressLine.Of(progress));
            if (!progress.Counts.Proposals.IsDefaultOrEmpty)
            {
                ProposalTable.Of(progress.Counts.Proposals).Write(context.Output);
            }
        }
    }
}
