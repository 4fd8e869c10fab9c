using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;

namespace NasDaemon.Pipeline.Plugins;

/// <summary>
/// One plugin's own world: its assemblies and native libraries come from its folder. Only the contracts and the logging
/// abstractions are shared with the daemon, since a second copy of a type is another type.
/// </summary>
internal sealed class PluginLoadContext(string assembly) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(assembly), isCollectible: true)
{
    private static readonly ImmutableArray<string> Shared = ["NasDaemon.Abstractions", "Microsoft.Extensions.Logging.Abstractions"];
    private readonly AssemblyDependencyResolver _resolver = new(assembly);

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name is not { } name || Shared.Contains(name))
        {
            return null;
        }

        if (_resolver.ResolveAssemblyToPath(assemblyName) is { } path)
        {
            return LoadFromAssemblyPath(path);
        }

        // What lies beside the daemon is the daemon's own: a plugin that happened to find it there would break with the next version.
        return File.Exists(Path.Combine(AppContext.BaseDirectory, name + ".dll"))
            ? throw new FileNotFoundException("The assembly is missing in the plugin's folder.", name)
            : null;
    }

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : nint.Zero;
}
