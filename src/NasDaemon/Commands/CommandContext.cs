using System.Collections.Immutable;
using System.CommandLine;
using Microsoft.Extensions.Logging;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Composition;
using NasDaemon.Pipeline.Configuration;
using NasDaemon.Pipeline.Plugins;

namespace NasDaemon.Commands;

/// <summary>What a command works with. Plugins are loaded when they are first asked for.</summary>
internal sealed class CommandContext : IDisposable
{
    private readonly ILoggerFactory _logging = CommandLogging.Create();
    private readonly Lazy<PluginSet> _plugins;
    private readonly Lazy<Components> _components;

    /// <summary>Takes what there is.</summary>
    /// <param name="settings">The daemon's settings.</param>
    /// <param name="settingsArguments">What leads another process to the same settings.</param>
    /// <param name="console">Where the command writes.</param>
    public CommandContext(DaemonSettings settings, ImmutableArray<string> settingsArguments, InvocationConfiguration console)
    {
        (Settings, SettingsArguments, Output, Error) = (settings, settingsArguments, console.Output, console.Error);
        _plugins = new Lazy<PluginSet>(() => PluginFolder.Load(_logging));
        _components = new Lazy<Components>(() => new Components(_plugins.Value.Catalogue, settings.Folders, TimeProvider.System, _logging));
    }

    /// <summary>The daemon's settings.</summary>
    public DaemonSettings Settings { get; }

    /// <summary>What leads another process to the same settings.</summary>
    public ImmutableArray<string> SettingsArguments { get; }

    /// <summary>Where the daemon keeps things.</summary>
    public DaemonFolders Folders => Settings.Folders;

    /// <summary>Standard output.</summary>
    public TextWriter Output { get; }

    /// <summary>Standard error.</summary>
    public TextWriter Error { get; }

    /// <summary>The plugins' components.</summary>
    public Components Components => _components.Value;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_plugins.IsValueCreated)
        {
            _plugins.Value.Dispose();
        }

        _logging.Dispose();
    }
}
