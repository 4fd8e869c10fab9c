using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using NasDaemon.Pipeline.Plugins;

namespace NasDaemon.Commands;

/// <summary>The plugins of a command, loaded when they are first asked for.</summary>
internal sealed class CommandPlugins : IDisposable
{
    private readonly Lazy<PluginSet> _plugins;

    /// <summary>Prepares to load them.</summary>
    public CommandPlugins() => _plugins = new Lazy<PluginSet>(() => PluginFolder.Load(Logging));

    /// <summary>Makes loggers.</summary>
    public ILoggerFactory Logging { get; } = CommandLogging.Create();

    /// <summary>Every plugin that was found.</summary>
    public ImmutableArray<LoadedPlugin> All => _plugins.Value.Plugins;

    /// <summary>What they bring.</summary>
    public ComponentCatalogue Catalogue => _plugins.Value.Catalogue;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_plugins.IsValueCreated)
        {
            _plugins.Value.Dispose();
        }

        Logging.Dispose();
    }
}
