using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Values;

/// <summary>A <c>torch.dtype</c>.</summary>
/// <param name="element">The element type.</param>
internal sealed class ElementTypeValue(ElementType element) : Value
{
    /// <summary>The element type.</summary>
    public ElementType Element { get; } = element;

    /// <inheritdoc/>
    public override string TypeName => "torch.dtype";
}
