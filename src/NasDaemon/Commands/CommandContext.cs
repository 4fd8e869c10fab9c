using System.Collections.Immutable;
using System.CommandLine;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Composition;
using NasDaemon.Pipeline.Configuration;

namespace NasDaemon.Commands;

/// <summary>What a command works with.</summary>
internal sealed class CommandContext
{
    private readonly Lazy<Components> _components;

    /// <summary>Takes what there is.</summary>
    /// <param name="settings">The daemon's settings.</param>
    /// <param name="settingsArguments">What leads another process to the same settings.</param>
    /// <param name="plugins">The plugins.</param>
    /// <param name="console">Where the command writes.</param>
    public CommandContext(DaemonSettings settings, ImmutableArray<string> settingsArguments, CommandPlugins plugins, InvocationConfiguration console)
    {
        (Settings, SettingsArguments, Output, Error) = (settings, settingsArguments, console.Output, console.Error);
        _components = new Lazy<Components>(() => new Components(plugins.Catalogue, settings.Folders, TimeProvider.System, plugins.Logging));
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
}
