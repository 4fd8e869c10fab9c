using System.Collections.Immutable;
using System.CommandLine;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Commands.Output;
using NasDaemon.Composition;
using NasDaemon.Pipeline.Configuration;
using Spectre.Console;

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
    /// <param name="isJson">Whether the result is wanted as JSON.</param>
    public CommandContext(
        DaemonSettings settings, ImmutableArray<string> settingsArguments, CommandPlugins plugins, InvocationConfiguration console, bool isJson)
    {
        (Settings, SettingsArguments, Output, Error, IsJson) = (settings, settingsArguments, console.Output, console.Error, isJson);
        Plugins = plugins;
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

    /// <summary>Whether the result is wanted as JSON: it is then all that goes to standard output.</summary>
    public bool IsJson { get; }

    /// <summary>Where remarks go that are not the result: standard output, or standard error beside JSON.</summary>
    public TextWriter Notes => IsJson ? Error : Output;

    /// <summary>The terminal to draw on; null where output is no terminal, or JSON is wanted.</summary>
    public IAnsiConsole? Terminal => IsJson ? null : Commands.Output.Terminal.For(Output);

    /// <summary>The plugins.</summary>
    public CommandPlugins Plugins { get; }

    /// <summary>The plugins' components.</summary>
    public Components Components => _components.Value;

    /// <summary>Writes the result as JSON.</summary>
    /// <param name="result">The result.</param>
    public void WriteJson(object result) => Output.WriteLine(ResultJson.Write(result));
}
