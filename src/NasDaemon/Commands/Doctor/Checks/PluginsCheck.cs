using NasDaemon.Pipeline.Plugins;

namespace NasDaemon.Commands.Doctor.Checks;

/// <summary>Whether every plugin is in use.</summary>
internal sealed class PluginsCheck : IHealthCheck
{
    private const string Area = "plugins";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Finding>> RunAsync(CommandContext context, CancellationToken cancellation)
    {
        var plugins = context.Plugins.All;
        var active = plugins.Count(plugin => plugin.State == PluginState.Active);
        var summary = active > 0
            ? new Finding(Area, FindingState.Good, $"{active} of {plugins.Length} plugins are active.")
            : new Finding(Area, FindingState.Broken, $"No plugin is active in {PluginFolder.Path}.", "Build the program again: ./install.sh");
        var failed = plugins.Where(plugin => plugin.State != PluginState.Active).Select(plugin => new Finding(
            Area, FindingState.Broken, $"{plugin.Name} is not used: {plugin.Reason}", $"Build it again, or remove the folder {Path.GetDirectoryName(plugin.Path)}"));
        return Task.FromResult<IReadOnlyList<Finding>>([summary, .. failed]);
    }
}
