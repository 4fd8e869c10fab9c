using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.Stores.Sqlite;

/// <summary>Brings the store <c>sqlite</c>.</summary>
public sealed class SqliteStorePlugin : IPlugin
{
    private const string InMemory = "in_memory";

    /// <inheritdoc/>
    public string Summary => "Keeps tasks, candidates and trials in one SQLite file.";

    /// <inheritdoc/>
    public void Register(IComponentRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        var description = new ComponentDescription(
            "sqlite",
            "One file, nasdaemon.db, in the state folder; crash-safe by write-ahead logging.",
            [new FlagOption(InMemory, "Keeps everything in memory and forgets it at the end; for trying things out.", Default: false)]);
        registry.AddStore(description, context => context.Options.Flag(InMemory)
            ? SqliteTrialStore.InMemory(context.Time)
            : SqliteTrialStore.Open(Path.Combine(context.Folders.State, "nasdaemon.db"), context.Time));
    }
}
