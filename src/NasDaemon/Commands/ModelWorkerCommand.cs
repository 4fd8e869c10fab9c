using System.CommandLine;
using NasDaemon.Pipeline.LanguageModels.Serving;
using NasDaemon.Pipeline.Processes;

namespace NasDaemon.Commands;

/// <summary><c>nasdaemon model-worker</c>: what the daemon starts to run a language model; not for users.</summary>
internal sealed class ModelWorkerCommand : SettingsCommand
{
    /// <summary>Makes the command.</summary>
    public ModelWorkerCommand()
        : base("model-worker", "Runs a language model for a daemon that speaks to it over standard input and output.", "nasdaemon model-worker --home .") =>
        Hidden = true;

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        await ChildStreams.ServeAsync(new ModelServing(context.Components.LanguageModel).RunAsync);
        return ExitCode.Done;
    }
}
