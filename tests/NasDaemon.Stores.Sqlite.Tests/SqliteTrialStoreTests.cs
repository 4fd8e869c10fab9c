using Microsoft.Data.Sqlite;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Stores.Sqlite.Migrations;
using NasDaemon.Testing;
using NasDaemon.Testing.Contracts;

namespace NasDaemon.Stores.Sqlite.Tests;

public sealed class SqliteTrialStoreTests : TrialStoreContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => _folder.Combine("state", "nasdaemon.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_FileOfANewerDaemon_IsRefusedWithTheRemedy()
    {
        Open().Dispose();
        Execute($"INSERT INTO schema_versions (version, applied) VALUES ({Migrator.Newest + 1}, 'later');");

        var exception = Assert.Throws<StoreSchemaException>(() => Open());

        Assert.Contains($"schema version {Migrator.Newest + 1}", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Start the newer daemon", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_Twice_AppliesEachMigrationOnce()
    {
        Open().Dispose();
        Open().Dispose();

        Assert.Equal(Migrator.Newest, Convert.ToInt32(Execute("SELECT count(*) FROM schema_versions;"), null));
    }

    [Fact]
    public void Open_File_UsesWriteAheadLogging()
    {
        using var store = Open();

        Assert.Equal("wal", Execute("PRAGMA journal_mode;"));
    }

    [Fact]
    public void OpenReadOnly_BesideAWriter_SeesTheLastCommitAndCannotWrite()
    {
        using var writer = Open();
        using var reader = SqliteTrialStore.OpenReadOnly(File);
        var task = new TaskRecord("mnist", "name: mnist", "mnist.yaml", TaskState.Waiting, 0, DateTimeOffset.UnixEpoch);

        writer.Commit(new StoreChange { Tasks = [task] });

        Assert.Equal(task, reader.Task("mnist"));
        Assert.Throws<SqliteException>(() => reader.Commit(new StoreChange { Tasks = [task with { Starts = 1 }] }));
    }

    protected override ITrialStore Open() => SqliteTrialStore.Open(File, TimeProvider.System);

    private object? Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
