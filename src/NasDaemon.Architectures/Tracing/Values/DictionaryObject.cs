namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>An object of a class that inherits from <c>dict</c>.</summary>
/// <param name="type">Its class.</param>
internal sealed class DictionaryObject(ClassValue type) : DictionaryValue, IObject
{
    /// <inheritdoc/>
    public ClassValue Type { get; } = type;

    /// <inheritdoc/>
    public NameTable Attributes { get; } = new();

    /// <inheritdoc/>
    public override string TypeName => Type.Name;
}
