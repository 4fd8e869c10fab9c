using System.Globalization;
using Microsoft.Data.Sqlite;
using NasDaemon.Abstractions.Serialisation;
using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Exports.History;

/// <summary>
/// Writes the whole history as a SQLite file of a form that is documented and stays, whatever becomes of the daemon's own store.
/// </summary>
public static class HistoryDatabase
{
    /// <summary>The version of the form; it is the file's <c>user_version</c>.</summary>
    public const int Version = 1;

    private const string Schema = """
        CREATE TABLE tasks (id TEXT PRIMARY KEY, state TEXT NOT NULL, file TEXT NOT NULL, yaml TEXT NOT NULL, message TEXT, created TEXT NOT NULL,
            ended TEXT, search_seconds REAL NOT NULL) STRICT;
        CREATE TABLE candidates (task TEXT NOT NULL REFERENCES tasks (id), number INTEGER NOT NULL, state TEXT NOT NULL, strategy TEXT NOT NULL,
            origin TEXT NOT NULL, source TEXT NOT NULL, source_fingerprint TEXT NOT NULL, graph_fingerprint TEXT, parameters INTEGER, flops INTEGER,
            failure_class TEXT, failure TEXT, duplicate_of_task TEXT, duplicate_of_trial INTEGER, created TEXT NOT NULL, PRIMARY KEY (task, number)) STRICT;
        CREATE TABLE trials (task TEXT NOT NULL REFERENCES tasks (id), number INTEGER NOT NULL, candidate INTEGER NOT NULL, kind TEXT NOT NULL,
            state TEXT NOT NULL, dataset TEXT NOT NULL, recipe TEXT NOT NULL, recipe_fingerprint TEXT NOT NULL, graph_fingerprint TEXT NOT NULL,
            validation_accuracy REAL, validation_loss REAL, epochs INTEGER, seconds REAL, test_accuracy REAL, test_loss REAL, test_samples INTEGER,
            failure_class TEXT, failure TEXT, created TEXT NOT NULL, ended TEXT, PRIMARY KEY (task, number)) STRICT;
        CREATE TABLE epochs (task TEXT NOT NULL, trial INTEGER NOT NULL, epoch INTEGER NOT NULL, train_loss REAL, validation_accuracy REAL,
            validation_loss REAL, seconds REAL NOT NULL, PRIMARY KEY (task, trial, epoch)) STRICT;
        """;

    /// <summary>Writes the file, which must not exist.</summary>
    /// <param name="path">The file.</param>
    /// <param name="tasks">The history.</param>
    /// <returns>How many trials there are.</returns>
    public static int Write(string path, IEnumerable<HistoryTask> tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        using var transaction = connection.BeginTransaction();
        Execute(transaction, Schema + string.Create(CultureInfo.InvariantCulture, $"\nPRAGMA user_version = {Version};"));
        var count = tasks.Sum(task => Write(transaction, task));
        transaction.Commit();
        return count;
    }

    private static int Write(SqliteTransaction transaction, HistoryTask history)
    {
        var task = history.Task;
        Insert(transaction, "tasks", task.Id, task.State, task.File, task.Yaml, task.Message, task.Created, task.Ended, task.SearchSeconds);
        foreach (var candidate in history.Candidates)
        {
            Insert(transaction, "candidates", Candidate(candidate));
        }

        foreach (var trial in history.Trials)
        {
            Insert(transaction, "trials", Trial(trial));
            foreach (var epoch in history.Epochs(trial.Key))
            {
                var (metrics, validation) = (epoch.Metrics, epoch.Metrics.Validation);
                Insert(transaction, "epochs", task.Id, trial.Key.Number, metrics.Epoch, metrics.TrainLoss, validation?.Accuracy, validation?.Loss, metrics.Seconds);
            }
        }

        return history.Trials.Count;
    }

    private static object?[] Candidate(CandidateRecord candidate) =>
    [
        candidate.Task, candidate.Number, candidate.State, candidate.Candidate.Origin.Strategy, RecordJson.Write(candidate.Candidate.Origin),
        candidate.Candidate.Source, candidate.SourceFingerprint, candidate.GraphFingerprint, candidate.Architecture?.ParameterCount, candidate.Architecture?.Flops,
        candidate.Failure?.Class, candidate.Failure?.Message, candidate.DuplicateOf?.Task, candidate.DuplicateOf?.Number, candidate.Created,
    ];

    private static object?[] Trial(TrialRecord trial) =>
    [
        trial.Key.Task, trial.Key.Number, trial.Candidate, trial.Kind, trial.State, trial.Dataset, trial.Recipe, trial.RecipeFingerprint, trial.GraphFingerprint,
        trial.Score?.ValidationAccuracy, trial.Score?.ValidationLoss, trial.Score?.Epochs, trial.Score?.Seconds, trial.Test?.Accuracy, trial.Test?.Loss,
        trial.Test?.Samples, trial.Failure?.Class, trial.Failure?.Message, trial.Created, trial.Ended,
    ];

    private static void Insert(SqliteTransaction transaction, string table, params object?[] values)
    {
        using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO {table} VALUES ({string.Join(", ", values.Select((_, place) => $"$p{place}"))})";
        foreach (var (place, value) in values.Index())
        {
            command.Parameters.AddWithValue($"$p{place}", Column(value));
        }

        command.ExecuteNonQuery();
    }

    // SQLite has no NaN; a loss that is none is missing.
    private static object Column(object? value) => value switch
    {
        null or double.NaN => DBNull.Value,
        DateTimeOffset moment => moment.ToString("O", CultureInfo.InvariantCulture),
        Enum name => name.ToString(),
        _ => value,
    };

    private static void Execute(SqliteTransaction transaction, string statements)
    {
        using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = statements;
        command.ExecuteNonQuery();
    }
}
