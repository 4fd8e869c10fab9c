namespace NasDaemon.Stores.Sqlite;

/// <summary>The store's file was written by a newer daemon.</summary>
public sealed class StoreSchemaException : Exception
{
    /// <summary>Without a message.</summary>
    public StoreSchemaException()
    {
    }

    /// <summary>With a message.</summary>
    /// <param name="message">What is wrong and what to do about it.</param>
    public StoreSchemaException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and its cause.</summary>
    /// <param name="message">What is wrong and what to do about it.</param>
    /// <param name="innerException">What caused it.</param>
    public StoreSchemaException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
