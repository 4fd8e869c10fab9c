using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Stores.Sqlite.Connections;

namespace NasDaemon.Stores.Sqlite.Rows;

/// <summary>The table of tasks.</summary>
internal static class TaskRows
{
    private const string Columns = "id, yaml, file, state, starts, created, search_seconds, ended, message";

    public static void Write(StoreConnection connection, TaskRecord task) => connection.Run(
        $"""
        INSERT INTO tasks ({Columns}) VALUES (@id, @yaml, @file, @state, @starts, @created, @search_seconds, @ended, @message)
        ON CONFLICT (id) DO UPDATE SET yaml = excluded.yaml, file = excluded.file, state = excluded.state, starts = excluded.starts,
            created = excluded.created, search_seconds = excluded.search_seconds, ended = excluded.ended, message = excluded.message;
        """,
        ("@id", task.Id),
        ("@yaml", task.Yaml),
        ("@file", task.File),
        ("@state", task.State.ToString()),
        ("@starts", task.Starts),
        ("@created", Column.FromTime(task.Created)),
        ("@search_seconds", task.SearchSeconds),
        ("@ended", Column.FromTime(task.Ended)),
        ("@message", task.Message));

    public static List<TaskRecord> All(StoreConnection connection, TaskState? state) => connection.Query(
        $"SELECT {Columns} FROM tasks WHERE @state IS NULL OR state = @state ORDER BY rowid;", Read, ("@state", state?.ToString()));

    public static TaskRecord? One(StoreConnection connection, string id) =>
        connection.Query($"SELECT {Columns} FROM tasks WHERE id = @id;", Read, ("@id", id)).SingleOrDefault();

    public static ImmutableSortedDictionary<TaskState, long> Counts(StoreConnection connection) => connection
        .Query("SELECT state, count(*) FROM tasks GROUP BY state;", reader => KeyValuePair.Create(Column.Name<TaskState>(reader, 0), reader.GetInt64(1)))
        .ToImmutableSortedDictionary();

    private static TaskRecord Read(SqliteDataReader reader) => new(
        Id: reader.GetString(0),
        Yaml: reader.GetString(1),
        File: reader.GetString(2),
        State: Column.Name<TaskState>(reader, 3),
        Starts: reader.GetInt32(4),
        Created: Column.Time(reader, 5),
        SearchSeconds: reader.GetDouble(6),
        Ended: Column.OptionalTime(reader, 7),
        Message: Column.OptionalText(reader, 8));
}
