using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>An object of a class that inherits from <c>list</c>.</summary>
/// <param name="type">Its class.</param>
internal sealed class ListObject(ClassValue type) : ListValue([]), IObject
{
    /// <inheritdoc/>
    public ClassValue Type { get; } = type;

    /// <inheritdoc/>
    public NameTable Attributes { get; } = new();

    /// <inheritdoc/>
    public override string TypeName => Type.Name;
}
