using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>An object of a class that inherits from <c>float</c>.</summary>
/// <param name="type">Its class.</param>
/// <param name="value">Its value.</param>
internal sealed class FloatObject(ClassValue type, double value) : FloatValue(value), IObject
{
    /// <inheritdoc/>
    public ClassValue Type { get; } = type;

    /// <inheritdoc/>
    public NameTable Attributes { get; } = new();

    /// <inheritdoc/>
    public override string TypeName => Type.Name;
}
