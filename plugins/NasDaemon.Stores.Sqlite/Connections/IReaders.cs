namespace NasDaemon.Stores.Sqlite.Connections;

/// <summary>Lends connections to readers.</summary>
internal interface IReaders : IDisposable
{
    /// <summary>Reads.</summary>
    T Read<T>(Func<StoreConnection, T> read);

    /// <summary>Writes, keeping readers off where they would see half of it.</summary>
    void WhileWriting(Action write);
}
