using NasDaemon.Pipeline.LanguageModels;

namespace NasDaemon.Commands.Models;

/// <summary>The language models of a command.</summary>
internal sealed class LanguageModelAccess : IDisposable
{
    private readonly ChildLanguageModelHost _host;

    /// <summary>Takes what the command knows.</summary>
    /// <param name="context">The command's settings and plugins.</param>
    public LanguageModelAccess(CommandContext context)
    {
        _host = context.Components.LanguageModelHost(
            WorkerExecutable.ForModels(context.SettingsArguments),
            context.Settings.Workers.SilenceLimit,
            restart => context.Error.WriteLine($"The process of {restart.Model} was started again: {restart.Reason}"));
        Catalogue = context.Components.LanguageModels(
            context.Settings.LanguageModels, Environment.GetEnvironmentVariable(LanguageModelCatalogue.Variable), _host);
    }

    /// <summary>The models.</summary>
    public LanguageModelCatalogue Catalogue { get; }

    /// <inheritdoc/>
    public void Dispose() => _host.Dispose();
}
