using NasDaemon.Abstractions.Plugins;
using NasDaemon.Commands.Tables;
using NasDaemon.Pipeline.Plugins;

namespace NasDaemon.Commands;

/// <summary>The plugins and what they bring, as they are written as JSON.</summary>
internal static class PluginList
{
    /// <summary>Describes plugins.</summary>
    /// <param name="plugins">The plugins.</param>
    /// <returns>The object.</returns>
    public static object Of(PluginSet plugins) => new
    {
        Plugins = plugins.Plugins.Select(plugin => new { plugin.Name, Version = plugin.Version?.ToString(), plugin.State, plugin.Reason, plugin.Summary, plugin.Path }),
        Components = plugins.Catalogue.Sets.SelectMany(set => set.Components.Select(component => Component(set.Kind, component))),
    };

    private static object Component(string kind, IComponent component) => new
    {
        Kind = kind,
        component.Description.Name,
        component.Description.Summary,
        component.Plugin,
        component.Description.NeedsLanguageModel,
        Options = component.Description.Options.Select(Option),
    };

    private static object Option(OptionDefinition option)
    {
        var text = OptionText.Of(option);
        return new { option.Name, text.Default, text.Range, option.Summary };
    }
}
