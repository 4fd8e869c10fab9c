using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>An object of a class that inherits from <c>tuple</c>.</summary>
/// <param name="type">Its class.</param>
/// <param name="items">Its items.</param>
internal sealed class TupleObject(ClassValue type, IReadOnlyList<Value> items) : TupleValue(items), IObject
{
    /// <inheritdoc/>
    public ClassValue Type { get; } = type;

    /// <inheritdoc/>
    public NameTable Attributes { get; } = new();

    /// <inheritdoc/>
    public override string TypeName => Type.Name;
}
