using System.Collections.Frozen;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Values;

/// <summary>An element type, e.g. <c>torch.float32</c>. There is one object for each, so that it can be a key.</summary>
internal sealed class ElementTypeValue : Value
{
    private static readonly FrozenDictionary<ElementType, ElementTypeValue> All =
        Enum.GetValues<ElementType>().ToFrozenDictionary(element => element, element => new ElementTypeValue(element));

    private ElementTypeValue(ElementType element) => Element = element;

    /// <summary>The element type.</summary>
    public ElementType Element { get; }

    /// <inheritdoc/>
    public override string TypeName => "torch.dtype";

    /// <summary>The object for an element type.</summary>
    /// <param name="element">The element type.</param>
    /// <returns>The object.</returns>
    public static ElementTypeValue Of(ElementType element) => All[element];
}
