using NasDaemon.Abstractions.Plugins;
using NasDaemon.Pipeline.Plugins;

namespace NasDaemon.Pipeline.Tests.Plugins;

/// <summary>Takes the components of plugins that the tests reference directly.</summary>
internal static class RealPlugins
{
    public static ComponentCatalogue Register(params IPlugin[] plugins)
    {
        var catalogue = ComponentCatalogue.Empty;
        foreach (var plugin in plugins)
        {
            var registry = new PluginRegistry(plugin.GetType().Name, catalogue);
            plugin.Register(registry);
            Assert.Empty(registry.Problems);
            catalogue = catalogue.Add(registry.Components);
        }

        return catalogue;
    }
}
