using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Extensions.Logging;
using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.Pipeline.Plugins;

/// <summary>Loads every <c>NAME/NAME.dll</c> of a folder. A plugin that fails is named with its reason and never stops the rest.</summary>
/// <param name="logger">Told what was loaded and what failed.</param>
public sealed partial class PluginLoader(ILogger<PluginLoader> logger)
{
    private static readonly AssemblyName Contract = typeof(IPlugin).Assembly.GetName();

    /// <summary>Loads the plugins of a folder in the order of their names.</summary>
    /// <param name="folder">The folder; one that does not exist has no plugins.</param>
    /// <returns>The plugins and their components.</returns>
    public PluginSet Load(string folder)
    {
        var plugins = ImmutableArray.CreateBuilder<LoadedPlugin>();
        var contexts = ImmutableArray.CreateBuilder<PluginLoadContext>();
        var catalogue = ComponentCatalogue.Empty;
        foreach (var path in Assemblies(folder))
        {
            var attempt = TryLoad(path, catalogue);
            plugins.Add(attempt.Plugin);
            if (attempt.Components is { } components && attempt.Context is { } context)
            {
                catalogue = catalogue.Add(components);
                contexts.Add(context);
                LogActive(attempt.Plugin.Name, attempt.Plugin.Version);
            }
            else
            {
                attempt.Context?.Unload();
                LogFailed(attempt.Plugin.Name, attempt.Plugin.State, attempt.Plugin.Reason);
            }
        }

        return new PluginSet(plugins.ToImmutable(), catalogue, contexts.ToImmutable());
    }

    private static IEnumerable<string> Assemblies(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateDirectories(folder)
            .Select(path => Path.GetFileName(path))
            .Where(name => !name.StartsWith('.'))
            .Order(StringComparer.Ordinal)
            .Select(name => Path.GetFullPath(Path.Combine(folder, name, name + ".dll")))
        : [];

    private static Attempt TryLoad(string path, ComponentCatalogue taken)
    {
        var plugin = new LoadedPlugin(Path.GetFileNameWithoutExtension(path), path, PluginState.Failed, null, null, string.Empty);
        if (!File.Exists(path))
        {
            return new Attempt(plugin with { Reason = $"The folder holds no {Path.GetFileName(path)}. Build the plugin into it, or remove the folder." });
        }

        PluginLoadContext? context = null;
        try
        {
            context = new PluginLoadContext(path);
            var assembly = context.LoadFromAssemblyPath(path);
            plugin = plugin with { Version = assembly.GetName().Version };
            return Register(assembly, plugin, taken) with { Context = context };
        }
        catch (Exception exception)
        {
            // A plugin's code may throw anything; whatever it is, it is this plugin's reason and nobody else's.
            return new Attempt(plugin with { Reason = PluginFailure.Describe(exception) }, Context: context);
        }
    }

    private static Attempt Register(Assembly assembly, LoadedPlugin plugin, ComponentCatalogue taken)
    {
        if (PluginFailure.WrongContract(assembly, Contract) is { } mismatch)
        {
            return new Attempt(plugin with { State = PluginState.Incompatible, Reason = mismatch });
        }

        var types = assembly.GetExportedTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(IPlugin))).ToList();
        if (types is not [var type])
        {
            return new Attempt(plugin with { Reason = $"One public class must implement IPlugin; {PluginFailure.Enumerate(types)}." });
        }

        var instance = (IPlugin)Activator.CreateInstance(type, BindingFlags.DoNotWrapExceptions | BindingFlags.Public | BindingFlags.Instance, null, null, null)!;
        var registry = new PluginRegistry(plugin.Name, taken);
        instance.Register(registry);
        return registry.Problems.Count > 0
            ? new Attempt(plugin with { Reason = $"Its components were refused: {string.Join("; ", registry.Problems)}." })
            : new Attempt(plugin with { State = PluginState.Active, Summary = instance.Summary }, registry.Components);
    }

    [LoggerMessage(1, LogLevel.Information, "Plugin {Plugin} {Version} is active")]
    private partial void LogActive(string plugin, Version? version);

    [LoggerMessage(2, LogLevel.Error, "Plugin {Plugin} is not used ({State}): {Reason}")]
    private partial void LogFailed(string plugin, PluginState state, string? reason);

    private sealed record Attempt(LoadedPlugin Plugin, ComponentCatalogue? Components = null, PluginLoadContext? Context = null);
}
