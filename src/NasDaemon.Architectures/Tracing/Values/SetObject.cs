namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>An object of a class that inherits from <c>set</c>.</summary>
/// <param name="type">Its class.</param>
internal sealed class SetObject(ClassValue type) : SetValue, IObject
{
    /// <inheritdoc/>
    public ClassValue Type { get; } = type;

    /// <inheritdoc/>
    public NameTable Attributes { get; } = new();

    /// <inheritdoc/>
    public override string TypeName => Type.Name;
}
