using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Mending.Rules;

/// <summary>Computes with shapes.</summary>
internal static class Sizes
{
    /// <summary>How many values a sample has.</summary>
    /// <param name="shape">The shape, the batch first.</param>
    /// <returns>The count; null where the first dimension is not the batch, or another depends on it.</returns>
    public static long? OfSample(ImmutableArray<Dimension> shape) =>
        shape is [{ BatchMultiple: 1, Constant: 0 }, _, ..] && shape.Skip(1).All(size => size.IsFixed)
            ? shape.Skip(1).Aggregate(1L, (product, size) => product * size.Constant)
            : null;

    /// <summary>A size that does not depend on the batch.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="axis">Which dimension; may lie outside the shape.</param>
    /// <returns>The size; null where there is none.</returns>
    public static long? Fixed(ImmutableArray<Dimension> shape, int axis) =>
        axis >= 0 && axis < shape.Length && shape[axis] is { IsFixed: true } size ? size.Constant : null;
}
