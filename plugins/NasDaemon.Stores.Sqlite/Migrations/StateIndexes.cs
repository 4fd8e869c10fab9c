namespace NasDaemon.Stores.Sqlite.Migrations;

/// <summary>Counts by state are asked for every few seconds: without an index each would read every recipe.</summary>
internal sealed class StateIndexes : IMigration
{
    public int Version => 2;

    public string Script => """
        CREATE INDEX tasks_by_state ON tasks (state);
        CREATE INDEX trials_by_state ON trials (state);
        """;
}
