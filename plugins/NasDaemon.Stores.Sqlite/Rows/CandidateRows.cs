using Microsoft.Data.Sqlite;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Serialisation;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Stores.Sqlite.Connections;

namespace NasDaemon.Stores.Sqlite.Rows;

/// <summary>The table of candidates.</summary>
internal static class CandidateRows
{
    /// <summary>The columns that <see cref="Read"/> expects, of a table aliased <c>c</c>.</summary>
    public const string Columns =
        "c.task, c.number, c.candidate, c.state, c.source_fingerprint, c.graph_fingerprint, c.architecture, c.failure, "
        + "c.duplicate_of, c.duplicate_level, c.created";

    public static void Write(StoreConnection connection, CandidateRecord candidate) => connection.Run(
        """
        INSERT INTO candidates (task, number, candidate, state, source_fingerprint, graph_fingerprint, architecture, failure,
            duplicate_of, duplicate_level, created)
        VALUES (@task, @number, @candidate, @state, @source, @graph, @architecture, @failure, @duplicate_of, @duplicate_level, @created)
        ON CONFLICT (task, number) DO UPDATE SET candidate = excluded.candidate, state = excluded.state,
            source_fingerprint = excluded.source_fingerprint, graph_fingerprint = excluded.graph_fingerprint,
            architecture = excluded.architecture, failure = excluded.failure, duplicate_of = excluded.duplicate_of,
            duplicate_level = excluded.duplicate_level, created = excluded.created;
        """,
        ("@task", candidate.Task),
        ("@number", candidate.Number),
        ("@candidate", RecordJson.Write(candidate.Candidate)),
        ("@state", candidate.State.ToString()),
        ("@source", candidate.SourceFingerprint),
        ("@graph", candidate.GraphFingerprint),
        ("@architecture", Column.FromRecord(candidate.Architecture)),
        ("@failure", Column.FromRecord(candidate.Failure)),
        ("@duplicate_of", Column.FromRecord(candidate.DuplicateOf)),
        ("@duplicate_level", candidate.DuplicateLevel?.ToString()),
        ("@created", Column.FromTime(candidate.Created)));

    public static List<CandidateRecord> OfTask(StoreConnection connection, string task) => connection.Query(
        $"SELECT {Columns} FROM candidates c WHERE c.task = @task ORDER BY c.number;", reader => Read(reader, 0), ("@task", task));

    public static CandidateRecord? FirstTraced(StoreConnection connection, string sourceFingerprint) => connection.Query(
        $"SELECT {Columns} FROM candidates c WHERE c.source_fingerprint = @source AND c.architecture IS NOT NULL ORDER BY c.rowid LIMIT 1;",
        reader => Read(reader, 0),
        ("@source", sourceFingerprint)).SingleOrDefault();

    /// <summary>Reads a row whose candidate columns begin at <paramref name="first"/>.</summary>
    public static CandidateRecord Read(SqliteDataReader reader, int first) => new(
        Task: reader.GetString(first),
        Number: reader.GetInt32(first + 1),
        Candidate: RecordJson.Read<Candidate>(reader.GetString(first + 2)),
        State: Column.Name<CandidateState>(reader, first + 3),
        SourceFingerprint: reader.GetString(first + 4),
        GraphFingerprint: Column.OptionalText(reader, first + 5),
        Architecture: Column.OptionalRecord<Architecture>(reader, first + 6),
        Failure: Column.OptionalRecord<Failure>(reader, first + 7),
        DuplicateOf: Column.OptionalRecord<TrialKey>(reader, first + 8),
        DuplicateLevel: Column.OptionalName<FingerprintLevel>(reader, first + 9),
        Created: Column.Time(reader, first + 10));
}
