using NasDaemon.Pipeline.Configuration;
using NasDaemon.Pipeline.LanguageModels;
using NasDaemon.Pipeline.LanguageModels.Metering;
using NasDaemon.Pipeline.Workers;

namespace NasDaemon.Composition;

/// <summary>The daemon's language models with the host of their processes, which ends after them.</summary>
internal sealed class ModelLending : IAsyncDisposable
{
    private readonly ChildLanguageModelHost _host;

    /// <summary>Makes both.</summary>
    /// <param name="components">The plugins' components.</param>
    /// <param name="settings">The daemon's settings.</param>
    /// <param name="worker">How the process of a model is started.</param>
    public ModelLending(Components components, DaemonSettings settings, WorkerCommandLine worker)
    {
        _host = components.LanguageModelHost(worker, settings.Workers.SilenceLimit, restart => Leases!.Tell(restart));
        Catalogue = components.LanguageModels(settings.LanguageModels, Environment.GetEnvironmentVariable(LanguageModelCatalogue.Variable), _host);
        Meter = new TokenMeter(components.Time);
        Leases = new LanguageModelLeases(Catalogue, Meter);
    }

    /// <summary>The models that there are.</summary>
    public LanguageModelCatalogue Catalogue { get; }

    /// <summary>Counts the tokens that tasks let them write.</summary>
    public TokenMeter Meter { get; }

    /// <summary>Lends them to tasks.</summary>
    public LanguageModelLeases Leases { get; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Leases.DisposeAsync();
        _host.Dispose();
    }
}
