using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.Stores.Memory;

/// <summary>Brings the store <c>memory</c>.</summary>
public sealed class MemoryStorePlugin : IPlugin
{
    /// <inheritdoc/>
    public string Summary => "Keeps tasks, candidates and trials in memory, for searches whose books nobody needs afterwards.";

    /// <inheritdoc/>
    public void Register(IComponentRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.AddStore(new ComponentDescription("memory", "Records as they are, forgotten at the end; many searches in tables in a short time."), _ => new MemoryTrialStore());
    }
}
