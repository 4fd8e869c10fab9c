namespace NasDaemon.Abstractions.Training;

/// <summary>An engine could not do what it was asked. A worker turns it into the trial's failure.</summary>
public sealed class EngineException : Exception
{
    /// <summary>Without a message.</summary>
    public EngineException()
    {
    }

    /// <summary>With a message.</summary>
    /// <param name="message">What went wrong.</param>
    public EngineException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">What caused it.</param>
    public EngineException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
