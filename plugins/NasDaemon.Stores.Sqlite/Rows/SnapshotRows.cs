using NasDaemon.Abstractions.Storage;
using NasDaemon.Stores.Sqlite.Connections;

namespace NasDaemon.Stores.Sqlite.Rows;

/// <summary>The table of snapshots.</summary>
internal static class SnapshotRows
{
    public static void Write(StoreConnection connection, SnapshotRecord snapshot) => connection.Run(
        """
        INSERT INTO snapshots (task, component, state) VALUES (@task, @component, @state)
        ON CONFLICT (task, component) DO UPDATE SET state = excluded.state;
        """,
        ("@task", snapshot.Task),
        ("@component", snapshot.Component),
        ("@state", snapshot.State));

    public static string? One(StoreConnection connection, string task, string component) => connection.Query(
        "SELECT state FROM snapshots WHERE task = @task AND component = @component;",
        reader => reader.GetString(0),
        ("@task", task),
        ("@component", component)).SingleOrDefault();
}
