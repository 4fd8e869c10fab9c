using System.CommandLine;
using NasDaemon.Pipeline.Processes;
using NasDaemon.Pipeline.Workers.Serving;

namespace NasDaemon.Commands;

/// <summary><c>nasdaemon worker</c>: what the daemon starts to train networks; not for users.</summary>
internal sealed class WorkerCommand : SettingsCommand
{
    /// <summary>Makes the command.</summary>
    public WorkerCommand()
        : base("worker", "Trains networks for a daemon that speaks to it over standard input and output.", "nasdaemon worker --home .") =>
        Hidden = true;

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        using var loop = new WorkerLoop(context.Components.Datasets(), context.Components.Engine, TimeProvider.System);
        await ChildStreams.ServeAsync(loop.RunAsync);
        return ExitCode.Done;
    }
}
