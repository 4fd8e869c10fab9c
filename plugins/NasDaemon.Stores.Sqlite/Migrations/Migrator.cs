using NasDaemon.Stores.Sqlite.Connections;

namespace NasDaemon.Stores.Sqlite.Migrations;

/// <summary>Brings a store's schema to the version of this daemon, all steps in one transaction.</summary>
internal static class Migrator
{
    private static readonly IMigration[] Steps = [new InitialSchema(), new StateIndexes()];

    /// <summary>The version that this daemon reads and writes.</summary>
    public static int Newest => Steps[^1].Version;

    /// <summary>Makes sure that a store which may not be changed is of this version.</summary>
    public static void RequireNewest(StoreConnection connection, string name)
    {
        var version = Version(connection);
        if (version != Newest)
        {
            throw new StoreSchemaException($"{name} has schema version {version}, and this program reads version {Newest}. Start the daemon of this version once.");
        }
    }

    public static void Migrate(StoreConnection connection, string name, DateTimeOffset now) => connection.Transact(transaction =>
    {
        transaction.Run("CREATE TABLE IF NOT EXISTS schema_versions (version INTEGER PRIMARY KEY, applied TEXT NOT NULL);");
        var version = Version(transaction);
        if (version > Newest)
        {
            throw new StoreSchemaException(
                $"{name} has schema version {version}, but this daemon knows only versions up to {Newest}. "
                + "Start the newer daemon that wrote it, or move the file away to begin with an empty store.");
        }

        foreach (var step in Steps.Where(step => step.Version > version))
        {
            transaction.Execute(step.Script);
            transaction.Run(
                "INSERT INTO schema_versions (version, applied) VALUES (@version, @applied);", ("@version", step.Version), ("@applied", now.ToString("O")));
        }
    });

    private static int Version(StoreConnection connection) =>
        connection.Query("SELECT coalesce(max(version), 0) FROM schema_versions;", reader => reader.GetInt32(0)).Single();
}
