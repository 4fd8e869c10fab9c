using NasDaemon.Architectures.Tracing.Modules;

namespace NasDaemon.Architectures.Mending.Rules;

/// <summary>Finds modules in a network.</summary>
internal static class Networks
{
    /// <summary>Finds a module.</summary>
    /// <param name="network">The network; null for none.</param>
    /// <param name="path">The module's path.</param>
    /// <returns>The module; null where there is none.</returns>
    public static ModuleInstance? Find(ModuleInstance? network, string path)
    {
        foreach (var name in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            network = network is { HasChildren: true } ? network.Children.GetValueOrDefault(name) as ModuleInstance : null;
        }

        return network;
    }
}
