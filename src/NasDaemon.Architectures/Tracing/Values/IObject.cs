namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>A value with a class and with attributes of its own.</summary>
internal interface IObject
{
    /// <summary>Its class.</summary>
    ClassValue Type { get; }

    /// <summary>Its own attributes.</summary>
    NameTable Attributes { get; }
}
