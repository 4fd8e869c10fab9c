using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>An object of a class.</summary>
/// <param name="type">Its class.</param>
internal class InstanceValue(ClassValue type) : Value, IObject
{
    /// <summary>Its class.</summary>
    public ClassValue Type { get; set; } = type;

    /// <summary>Its own attributes.</summary>
    public NameTable Attributes { get; } = new();

    /// <inheritdoc/>
    public override string TypeName => Type.Name;
}
