namespace NasDaemon.Architectures.Values;

/// <summary>The memory that a tensor and its views share: knows how often it was written in place.</summary>
internal sealed class TensorStorage
{
    /// <summary>How often it was written.</summary>
    public int Version { get; private set; }

    /// <summary>Notes that it is written.</summary>
    /// <returns>The version after it.</returns>
    public int Write() => ++Version;
}
