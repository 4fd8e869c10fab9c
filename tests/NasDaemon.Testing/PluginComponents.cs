using NasDaemon.Abstractions.Plugins;
using NasDaemon.Pipeline.Plugins;

namespace NasDaemon.Testing;

/// <summary>The components of a plugin, as the daemon would take them.</summary>
public static class PluginComponents
{
    /// <summary>Registers a plugin.</summary>
    /// <param name="plugin">The plugin.</param>
    /// <returns>What it brings.</returns>
    public static ComponentCatalogue Of(IPlugin plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        var registry = new PluginRegistry("test", ComponentCatalogue.Empty);
        plugin.Register(registry);
        Assert.Empty(registry.Problems);
        return registry.Components;
    }
}
