using System.Collections.Concurrent;

namespace NasDaemon.Stores.Sqlite.Connections;

/// <summary>Connections of their own for readers, kept open between reads. WAL keeps them apart from the writer.</summary>
internal sealed class ReaderPool(Func<StoreConnection> open) : IReaders
{
    private readonly ConcurrentBag<StoreConnection> _idle = [];

    public T Read<T>(Func<StoreConnection, T> read)
    {
        if (!_idle.TryTake(out var connection))
        {
            connection = open();
        }

        try
        {
            return read(connection);
        }
        finally
        {
            _idle.Add(connection);
        }
    }

    public void WhileWriting(Action write) => write();

    public void Dispose()
    {
        while (_idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }
}
