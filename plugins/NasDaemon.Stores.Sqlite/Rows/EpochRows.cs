using NasDaemon.Abstractions.Serialisation;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Training;
using NasDaemon.Stores.Sqlite.Connections;

namespace NasDaemon.Stores.Sqlite.Rows;

/// <summary>The table of epochs.</summary>
internal static class EpochRows
{
    public static void Write(StoreConnection connection, EpochRecord epoch) => connection.Run(
        """
        INSERT INTO epochs (task, trial, epoch, metrics) VALUES (@task, @trial, @epoch, @metrics)
        ON CONFLICT (task, trial, epoch) DO UPDATE SET metrics = excluded.metrics;
        """,
        ("@task", epoch.Trial.Task),
        ("@trial", epoch.Trial.Number),
        ("@epoch", epoch.Metrics.Epoch),
        ("@metrics", RecordJson.Write(epoch.Metrics)));

    public static List<EpochRecord> OfTrial(StoreConnection connection, TrialKey trial) => connection.Query(
        "SELECT metrics FROM epochs WHERE task = @task AND trial = @trial ORDER BY epoch;",
        reader => new EpochRecord(trial, RecordJson.Read<EpochMetrics>(reader.GetString(0))),
        ("@task", trial.Task),
        ("@trial", trial.Number));
}
