using Microsoft.Extensions.Logging;
using NasDaemon.Pipeline.Plugins;

namespace NasDaemon.Commands;

/// <summary>The plugins beside this executable.</summary>
internal static class PluginFolder
{
    /// <summary>Where they lie.</summary>
    public static string Path => System.IO.Path.Combine(AppContext.BaseDirectory, "plugins");

    /// <summary>Loads them.</summary>
    /// <param name="logging">Told what was loaded and what failed.</param>
    /// <returns>The plugins.</returns>
    public static PluginSet Load(ILoggerFactory logging) => new PluginLoader(logging.CreateLogger<PluginLoader>()).Load(Path);
}
