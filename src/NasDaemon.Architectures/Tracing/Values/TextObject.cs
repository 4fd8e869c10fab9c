using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>An object of a class that inherits from <c>str</c>.</summary>
/// <param name="type">Its class.</param>
/// <param name="text">Its text.</param>
internal sealed class TextObject(ClassValue type, string text) : TextValue(text), IObject
{
    /// <inheritdoc/>
    public ClassValue Type { get; } = type;

    /// <inheritdoc/>
    public NameTable Attributes { get; } = new();

    /// <inheritdoc/>
    public override string TypeName => Type.Name;
}
