using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.Stores.Sqlite;

/// <summary>Brings the store <c>sqlite</c>.</summary>
public sealed class SqliteStorePlugin : IPlugin
{
    private const string InMemory = "in_memory";
    private const string ReadOnly = "read_only";

    /// <inheritdoc/>
    public string Summary => "Keeps tasks, candidates and trials in one SQLite file.";

    /// <inheritdoc/>
    public void Register(IComponentRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        var description = new ComponentDescription(
            "sqlite",
            "One file, nasdaemon.db, in the state folder; crash-safe by write-ahead logging.",
            [
                new FlagOption(InMemory, "Keeps everything in memory and forgets it at the end; for trying things out.", Default: false),
                new FlagOption(ReadOnly, "Reads the file beside a daemon that may be running, and writes nothing.", Default: false),
            ]);
        registry.AddStore(description, Create);
    }

    private static SqliteTrialStore Create(ComponentContext context)
    {
        var path = Path.Combine(context.Folders.State, "nasdaemon.db");
        return context.Options switch
        {
            var options when options.Flag(InMemory) => SqliteTrialStore.InMemory(context.Time),
            var options when options.Flag(ReadOnly) => SqliteTrialStore.OpenReadOnly(path),
            _ => SqliteTrialStore.Open(path, context.Time),
        };
    }
}
