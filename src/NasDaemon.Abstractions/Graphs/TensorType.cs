using System.Collections.Immutable;

namespace NasDaemon.Abstractions.Graphs;

/// <summary>Shape and element type of a tensor in a graph.</summary>
/// <param name="Shape">The dimensions, outermost first.</param>
/// <param name="Element">The type of the elements.</param>
public sealed record TensorType(ImmutableArray<Dimension> Shape, ElementType Element = ElementType.Float32)
{
    /// <summary>The sizes at a batch size.</summary>
    /// <param name="batch">The batch size.</param>
    /// <returns>One size a dimension.</returns>
    public ImmutableArray<long> At(long batch) => [.. Shape.Select(dimension => dimension.At(batch))];

    /// <inheritdoc/>
    public bool Equals(TensorType? other) => other is not null && Element == other.Element && Shape.AsSpan().SequenceEqual(other.Shape.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Shape.Aggregate((int)Element, HashCode.Combine);
}
