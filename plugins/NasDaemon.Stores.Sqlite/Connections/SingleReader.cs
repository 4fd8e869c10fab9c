namespace NasDaemon.Stores.Sqlite.Connections;

/// <summary>Readers and the writer take turns on one connection: a database in memory has no other.</summary>
internal sealed class SingleReader(StoreConnection connection) : IReaders
{
    private readonly Lock _turn = new();

    public T Read<T>(Func<StoreConnection, T> read)
    {
        lock (_turn)
        {
            return read(connection);
        }
    }

    public void WhileWriting(Action write)
    {
        lock (_turn)
        {
            write();
        }
    }

    public void Dispose()
    {
        // The connection belongs to the store, which closes it.
    }
}
