using NasDaemon.Abstractions.Plugins;
using NasDaemon.Stores.Sqlite.Connections;
using NasDaemon.Stores.Sqlite.Migrations;

namespace NasDaemon.Stores.Sqlite;

/// <summary>Whether a store's file is whole.</summary>
internal static class StoreHealth
{
    private const string Whole = "ok";

    /// <summary>Looks through the file by SQLite's own check, which leaves out only what is slow to compare: indexes with their tables.</summary>
    public static IReadOnlyList<SelfCheckFact> Check(StoreConnection connection)
    {
        var findings = connection.Query("PRAGMA quick_check(5);", reader => reader.GetString(0));
        var tasks = connection.Query("SELECT count(*) FROM tasks;", reader => reader.GetInt64(0)).Single();
        return findings is [Whole]
            ? [new SelfCheckFact(true, $"Schema version {Migrator.Newest}, {tasks} tasks; SQLite's check finds nothing wrong.")]
            : [new SelfCheckFact(false, $"SQLite's check finds damage: {string.Join("; ", findings)}.", "Stop the daemon, keep a copy of the file, and write what can be read into a new one: sqlite3 nasdaemon.db .recover | sqlite3 new.db")];
    }
}
