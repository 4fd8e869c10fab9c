using System.CommandLine;
using NasDaemon.Pipeline.Files;
using NasDaemon.Service;

namespace NasDaemon.Commands;

/// <summary><c>nasdaemon run</c>: the daemon.</summary>
internal sealed class RunCommand : SettingsCommand
{
    /// <summary>Makes the command.</summary>
    public RunCommand()
        : base("run", "Runs the daemon until it is told to stop: by SIGTERM, or by Ctrl+C.", "nasdaemon run --home .")
    {
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        foreach (var folder in (string[])[context.Folders.Inbox, context.Folders.Outbox, context.Folders.State, context.Folders.Data])
        {
            Directory.CreateDirectory(folder);
        }

        var locked = StateLock.TryTake(context.Folders.State);
        using var held = locked.Lock;
        if (held is null)
        {
            await context.Error.WriteLineAsync(locked.Problem);
            return ExitCode.InUse;
        }

        await Daemon.RunAsync(
            context.Settings,
            PluginFolder.Path,
            WorkerExecutable.ForTrials(context.SettingsArguments),
            WorkerExecutable.ForModels(context.SettingsArguments),
            context.IsJson,
            context.Notes);
        return ExitCode.Done;
    }
}
