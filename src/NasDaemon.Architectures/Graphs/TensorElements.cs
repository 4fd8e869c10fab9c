using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Graphs;

/// <summary>Counts elements of tensors.</summary>
internal static class TensorElements
{
    /// <summary>Elements of a shape at a batch size.</summary>
    /// <param name="shape">The dimensions.</param>
    /// <param name="batch">The batch size.</param>
    /// <returns>The count.</returns>
    public static long Of(ImmutableArray<Dimension> shape, long batch)
    {
        var elements = 1L;
        foreach (var dimension in shape)
        {
            elements = Saturating.Multiply(elements, Math.Max(0, dimension.At(batch)));
        }

        return elements;
    }

    /// <summary>Elements of several tensors at a batch size.</summary>
    /// <param name="types">Their types.</param>
    /// <param name="batch">The batch size.</param>
    /// <returns>The count.</returns>
    public static long OfAll(ImmutableArray<TensorType> types, long batch)
    {
        var elements = 0L;
        foreach (var type in types)
        {
            elements = Saturating.Add(elements, Of(type.Shape, batch));
        }

        return elements;
    }

    /// <summary>Bytes of one element.</summary>
    /// <param name="element">The element type.</param>
    /// <returns>The size.</returns>
    public static int Bytes(ElementType element) => element switch
    {
        ElementType.Complex128 => 16,
        ElementType.Int64 or ElementType.Float64 or ElementType.Complex64 => 8,
        ElementType.Float32 or ElementType.Int32 => 4,
        ElementType.Float16 or ElementType.BFloat16 or ElementType.Int16 => 2,
        _ => 1,
    };
}
