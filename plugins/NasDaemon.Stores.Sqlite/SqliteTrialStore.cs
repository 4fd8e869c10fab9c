using Microsoft.Data.Sqlite;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Stores.Sqlite.Connections;
using NasDaemon.Stores.Sqlite.Migrations;
using NasDaemon.Stores.Sqlite.Rows;

namespace NasDaemon.Stores.Sqlite;

/// <summary>A store in one SQLite file. One connection writes; readers have connections of their own and see the last commit.</summary>
/// <remarks>
/// The file is in WAL mode, so that readers do not wait for the writer, with <c>synchronous=FULL</c>: a commit is on the disk
/// when <see cref="Commit"/> returns, even if the power fails. Commits are few (one an epoch), so its price does not show.
/// </remarks>
internal sealed class SqliteTrialStore : ITrialStore, ISelfChecking
{
    private const string BusyTimeout = "busy_timeout=10000";

    private readonly Lock _writing = new();
    private readonly StoreConnection _writer;
    private readonly IReaders _readers;

    private SqliteTrialStore(StoreConnection writer, IReaders readers)
    {
        _writer = writer;
        _readers = readers;
    }

    private SqliteTrialStore(StoreConnection writer, IReaders readers, string name, TimeProvider time)
        : this(writer, readers) => Migrator.Migrate(_writer, name, time.GetUtcNow());

    /// <summary>Opens a store's file, which is made where there is none.</summary>
    public static SqliteTrialStore Open(string path, TimeProvider time)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();
        var writer = new StoreConnection(connectionString, BusyTimeout, "journal_mode=WAL", "synchronous=FULL");
        try
        {
            return new SqliteTrialStore(writer, new ReaderPool(() => new StoreConnection(connectionString, BusyTimeout, "query_only=1")), path, time);
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>Opens a store's file beside a daemon that may be running. Nothing is written; the file must exist.</summary>
    public static SqliteTrialStore OpenReadOnly(string path)
    {
        var connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, Mode = SqliteOpenMode.ReadOnly }.ToString();
        var connection = new StoreConnection(connectionString, BusyTimeout);
        try
        {
            Migrator.RequireNewest(connection, path);
            return new SqliteTrialStore(connection, new ReaderPool(() => new StoreConnection(connectionString, BusyTimeout)));
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Makes an empty store that lives as long as the object.</summary>
    public static SqliteTrialStore InMemory(TimeProvider time)
    {
        var writer = new StoreConnection("Data Source=:memory:;Pooling=False");
        return new SqliteTrialStore(writer, new SingleReader(writer), "The store in memory", time);
    }

    public void Commit(StoreChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (_writing)
        {
            _readers.WhileWriting(() => _writer.Transact(transaction => Write(transaction, change)));
        }
    }

    public IReadOnlyList<TaskRecord> Tasks(TaskState? state = null) => _readers.Read(connection => TaskRows.All(connection, state));

    public TaskRecord? Task(string task) => _readers.Read(connection => TaskRows.One(connection, task));

    public IReadOnlyList<CandidateRecord> Candidates(string task) => _readers.Read(connection => CandidateRows.OfTask(connection, task));

    public IReadOnlyList<TrialRecord> Trials(string task) => _readers.Read(connection => TrialRows.OfTask(connection, task));

    public IReadOnlyList<EpochRecord> Epochs(TrialKey trial) => _readers.Read(connection => EpochRows.OfTrial(connection, trial));

    public StoreCounts Counts() => _readers.Read(connection => new StoreCounts(TaskRows.Counts(connection), TrialRows.Counts(connection)));

    public string? Snapshot(string task, string component) => _readers.Read(connection => SnapshotRows.One(connection, task, component));

    public TrialRecord? FindTrained(string graphFingerprint, string recipeFingerprint) =>
        _readers.Read(connection => TrialRows.Trained(connection, graphFingerprint, recipeFingerprint));

    public CandidateRecord? FindSource(string sourceFingerprint) =>
        _readers.Read(connection => CandidateRows.FirstTraced(connection, sourceFingerprint));

    public IReadOnlyList<(CandidateRecord Candidate, TrialRecord Trial)> BestTrials(string? dataset, int limit) =>
        _readers.Read(connection => TrialRows.Best(connection, dataset, limit));

    public IReadOnlyList<SelfCheckFact> Check() => _readers.Read(StoreHealth.Check);

    public void Dispose()
    {
        _readers.Dispose();
        _writer.Dispose();
    }

    private static void Write(StoreConnection transaction, StoreChange change)
    {
        foreach (var task in change.Tasks)
        {
            TaskRows.Write(transaction, task);
        }

        foreach (var candidate in change.Candidates)
        {
            CandidateRows.Write(transaction, candidate);
        }

        foreach (var trial in change.Trials)
        {
            TrialRows.Write(transaction, trial);
        }

        foreach (var epoch in change.Epochs)
        {
            EpochRows.Write(transaction, epoch);
        }

        foreach (var snapshot in change.Snapshots)
        {
            SnapshotRows.Write(transaction, snapshot);
        }
    }
}
