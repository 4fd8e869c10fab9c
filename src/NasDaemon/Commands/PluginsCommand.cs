using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using NasDaemon.Commands.Output;
using NasDaemon.Commands.Tables;
using NasDaemon.Pipeline.Plugins;

namespace NasDaemon.Commands;

/// <summary><c>nasdaemon plugins</c>: lists plugins, what they bring, and why one is not used.</summary>
internal sealed class PluginsCommand : DocumentedCommand
{
    private readonly Option<bool> _json = JsonOption.Create();

    /// <summary>Makes the command.</summary>
    public PluginsCommand()
        : base("plugins", "Lists the plugins, their components with options, and why a plugin is not used.", "nasdaemon plugins")
    {
        Add(_json);
        SetAction(arguments => Run(arguments.InvocationConfiguration.Output, arguments.GetValue(_json)));
    }

    private static int Run(TextWriter output, bool isJson)
    {
        // The table tells what a log would.
        using var plugins = PluginFolder.Load(NullLoggerFactory.Instance);
        if (isJson)
        {
            output.WriteLine(ResultJson.Write(PluginList.Of(plugins)));
        }
        else
        {
            Write(output, plugins);
        }

        return plugins.Plugins.All(plugin => plugin.State == PluginState.Active) ? ExitCode.Done : ExitCode.Failed;
    }

    private static void Write(TextWriter output, PluginSet plugins)
    {
        var table = new TextTable("plugin", "version", "state", "brings");
        foreach (var plugin in plugins.Plugins)
        {
            table.Add(plugin.Name, plugin.Version?.ToString(3) ?? "?", plugin.State.ToString().ToLowerInvariant(), plugin.Reason ?? plugin.Summary);
        }

        table.Write(output);
        foreach (var set in plugins.Catalogue.Sets.Where(set => set.Components.Count > 0))
        {
            WriteComponents(output, set);
        }
    }

    private static void WriteComponents(TextWriter output, IComponentSet set)
    {
        output.WriteLine();
        var table = new TextTable(set.Kind, "what it is", "plugin");
        foreach (var component in set.Components)
        {
            table.Add(component.Description.Name, component.Description.Summary, component.Plugin);
        }

        table.Write(output);
        WriteOptions(output, set);
    }

    private static void WriteOptions(TextWriter output, IComponentSet set)
    {
        var table = new TextTable("  option", "of", "default", "legal values", "what it does");
        foreach (var component in set.Components)
        {
            foreach (var option in component.Description.Options)
            {
                var text = OptionText.Of(option);
                table.Add($"  {option.Name}", component.Description.Name, text.Default, text.Range, option.Summary);
            }
        }

        if (table.HasRows)
        {
            table.Write(output);
        }
    }
}
