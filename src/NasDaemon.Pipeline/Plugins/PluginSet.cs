using System.Collections.Immutable;

namespace NasDaemon.Pipeline.Plugins;

/// <summary>The plugins of a folder and the components of those that are active. Disposing unloads them when nothing of theirs is in use any more.</summary>
public sealed class PluginSet : IDisposable
{
    private readonly ImmutableArray<PluginLoadContext> _contexts;

    internal PluginSet(ImmutableArray<LoadedPlugin> plugins, ComponentCatalogue catalogue, ImmutableArray<PluginLoadContext> contexts) =>
        (Plugins, Catalogue, _contexts) = (plugins, catalogue, contexts);

    /// <summary>Every plugin found, by name.</summary>
    public ImmutableArray<LoadedPlugin> Plugins { get; }

    /// <summary>The components of the active ones.</summary>
    public ComponentCatalogue Catalogue { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var context in _contexts.Where(context => context.IsCollectible))
        {
            context.Unload();
        }
    }
}
