using NasDaemon.Testing.Contracts;

namespace NasDaemon.Stores.Sqlite.Tests;

public sealed class InMemoryStoreTests
{
    [Fact]
    public async Task InMemory_ReadersAndAWriterAtOnce_SeeWholeCommits()
    {
        using var store = SqliteTrialStore.InMemory(TimeProvider.System);
        var writing = Task.Run(() =>
        {
            for (var number = 1; number <= 100; number += 2)
            {
                store.Commit(new() { Trials = [StoredRecords.Trial("a", number), StoredRecords.Trial("a", number + 1)] });
            }
        });
        while (!writing.IsCompleted)
        {
            Assert.Equal(0, store.Trials("a").Count % 2);
        }

        await writing;
        Assert.Equal(100, store.Trials("a").Count);
    }
}
