using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>A value with a class and with attributes of its own.</summary>
internal interface IObject
{
    /// <summary>Its class.</summary>
    ClassValue Type { get; }

    /// <summary>Its own attributes.</summary>
    Dictionary<string, Value> Attributes { get; }
}
