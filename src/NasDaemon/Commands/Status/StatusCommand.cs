using System.CommandLine;

namespace NasDaemon.Commands.Status;

/// <summary><c>nasdaemon status</c>: shows what runs, what waits and what is done, whether a daemon runs or not.</summary>
internal sealed class StatusCommand : SettingsCommand
{
    private const int EndedShown = 10;
    private readonly Option<bool> _all = new("--all") { Description = $"Show every task that has ended, not only the last {EndedShown}." };
    private readonly Option<bool> _watch = new("--watch") { Description = "Show it live until Ctrl+C: a view on a terminal, elsewhere a line whenever something has changed." };

    /// <summary>Makes the command.</summary>
    public StatusCommand()
        : base("status", "Shows the tasks that run, wait and have ended.", "nasdaemon status --home /var/lib/nasdaemon\nnasdaemon status --watch")
    {
        Add(_all);
        Add(_watch);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        var reader = new StatusReader(context, arguments.GetValue(_all) ? int.MaxValue : EndedShown);
        if (arguments.GetValue(_watch))
        {
            await new StatusWatch(context, reader).RunAsync(cancellation);
        }
        else
        {
            Show(context, reader.Read());
        }

        return ExitCode.Done;
    }

    private static void Show(CommandContext context, StatusSnapshot snapshot)
    {
        if (context.IsJson)
        {
            context.WriteJson(StatusJson.Of(snapshot));
        }
        else if (context.Terminal is { } terminal && !snapshot.Tasks.IsEmpty)
        {
            terminal.Write(StatusTable.Of(snapshot));
            StatusText.WriteRunning(context.Output, snapshot);
        }
        else
        {
            StatusText.Write(context.Output, snapshot);
        }
    }
}
