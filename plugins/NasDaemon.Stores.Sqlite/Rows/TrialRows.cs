using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Training;
using NasDaemon.Stores.Sqlite.Connections;

namespace NasDaemon.Stores.Sqlite.Rows;

/// <summary>The table of trials.</summary>
internal static class TrialRows
{
    private const int ColumnCount = 15;

    private const string Columns =
        "t.task, t.number, t.candidate, t.kind, t.state, t.dataset, t.graph_fingerprint, t.recipe_fingerprint, t.recipe, "
        + "t.score, t.test, t.failure, t.starts, t.created, t.ended";

    private const string EndedWithScore = "t.kind = 'Search' AND t.score IS NOT NULL AND t.state IN ('Finished', 'Stopped')";

    public static void Write(StoreConnection connection, TrialRecord trial) => connection.Run(
        """
        INSERT INTO trials (task, number, candidate, kind, state, dataset, graph_fingerprint, recipe_fingerprint, recipe,
            validation_accuracy, epochs, score, test, failure, starts, created, ended)
        VALUES (@task, @number, @candidate, @kind, @state, @dataset, @graph, @recipe_fingerprint, @recipe,
            @accuracy, @epochs, @score, @test, @failure, @starts, @created, @ended)
        ON CONFLICT (task, number) DO UPDATE SET candidate = excluded.candidate, kind = excluded.kind, state = excluded.state,
            dataset = excluded.dataset, graph_fingerprint = excluded.graph_fingerprint,
            recipe_fingerprint = excluded.recipe_fingerprint, recipe = excluded.recipe,
            validation_accuracy = excluded.validation_accuracy, epochs = excluded.epochs, score = excluded.score,
            test = excluded.test, failure = excluded.failure, starts = excluded.starts, created = excluded.created,
            ended = excluded.ended;
        """,
        ("@task", trial.Key.Task),
        ("@number", trial.Key.Number),
        ("@candidate", trial.Candidate),
        ("@kind", trial.Kind.ToString()),
        ("@state", trial.State.ToString()),
        ("@dataset", trial.Dataset),
        ("@graph", trial.GraphFingerprint),
        ("@recipe_fingerprint", trial.RecipeFingerprint),
        ("@recipe", trial.Recipe),
        ("@accuracy", trial.Score?.ValidationAccuracy),
        ("@epochs", trial.Score?.Epochs),
        ("@score", Column.FromRecord(trial.Score)),
        ("@test", Column.FromRecord(trial.Test)),
        ("@failure", Column.FromRecord(trial.Failure)),
        ("@starts", trial.Starts),
        ("@created", Column.FromTime(trial.Created)),
        ("@ended", Column.FromTime(trial.Ended)));

    public static List<TrialRecord> OfTask(StoreConnection connection, string task) => connection.Query(
        $"SELECT {Columns} FROM trials t WHERE t.task = @task ORDER BY t.number;", Read, ("@task", task));

    public static TrialRecord? Trained(StoreConnection connection, string graph, string recipe) => connection.Query(
        $"""
        SELECT {Columns} FROM trials t
        WHERE t.graph_fingerprint = @graph AND t.recipe_fingerprint = @recipe AND {EndedWithScore}
        ORDER BY t.state = 'Finished' DESC, t.epochs DESC, t.rowid LIMIT 1;
        """,
        Read,
        ("@graph", graph),
        ("@recipe", recipe)).SingleOrDefault();

    public static List<(CandidateRecord Candidate, TrialRecord Trial)> Best(StoreConnection connection, string? dataset, int limit) => connection.Query(
        $"""
        SELECT {Columns}, {CandidateRows.Columns} FROM trials t
        JOIN candidates c ON c.task = t.task AND c.number = t.candidate
        WHERE (@dataset IS NULL OR t.dataset = @dataset) AND t.starts > 0 AND {EndedWithScore}
        ORDER BY t.validation_accuracy DESC, t.rowid LIMIT @limit;
        """,
        reader => (CandidateRows.Read(reader, ColumnCount), Read(reader)),
        ("@dataset", dataset),
        ("@limit", limit));

    public static ImmutableSortedDictionary<TrialState, long> Counts(StoreConnection connection) => connection
        .Query("SELECT state, count(*) FROM trials GROUP BY state;", reader => KeyValuePair.Create(Column.Name<TrialState>(reader, 0), reader.GetInt64(1)))
        .ToImmutableSortedDictionary();

    private static TrialRecord Read(SqliteDataReader reader) => new(
        Key: new TrialKey(reader.GetString(0), reader.GetInt32(1)),
        Candidate: reader.GetInt32(2),
        Kind: Column.Name<TrialKind>(reader, 3),
        State: Column.Name<TrialState>(reader, 4),
        Dataset: reader.GetString(5),
        GraphFingerprint: reader.GetString(6),
        RecipeFingerprint: reader.GetString(7),
        Recipe: reader.GetString(8),
        Score: Column.OptionalRecord<TrialScore>(reader, 9),
        Test: Column.OptionalRecord<Evaluation>(reader, 10),
        Failure: Column.OptionalRecord<Failure>(reader, 11),
        Starts: reader.GetInt32(12),
        Created: Column.Time(reader, 13),
        Ended: Column.OptionalTime(reader, 14));
}
