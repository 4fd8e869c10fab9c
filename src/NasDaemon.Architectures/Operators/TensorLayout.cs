using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators;

/// <summary>Memory layouts at the traced batch size: whether <c>view</c> works depends on them.</summary>
internal static class TensorLayout
{
    /// <summary>What <c>torch.channels_last</c> is called.</summary>
    public const string ChannelsLastName = "torch.channels_last";

    /// <summary>The layout that a <c>memory_format</c> asks for.</summary>
    /// <param name="format">The argument.</param>
    /// <param name="tensor">The tensor.</param>
    /// <returns>The tensor with channels last; null where another format, or none, is asked for.</returns>
    public static TensorValue? WithFormat(Value format, TensorValue tensor) => format is TextValue { Value: ChannelsLastName } && tensor.Shape.Length == 4
        ? new TensorValue(tensor.Type, tensor.Source).WithContents(tensor.Contents).WithStrides(Normalise(tensor.Shape, ChannelsLast(tensor.Shape)))
        : null;

    /// <summary>The strides of a contiguous tensor.</summary>
    /// <param name="shape">The dimensions.</param>
    /// <returns>One stride a dimension.</returns>
    public static long[] Contiguous(ImmutableArray<Dimension> shape)
    {
        var strides = new long[shape.Length];
        var stride = 1L;
        for (var index = shape.Length - 1; index >= 0; index--)
        {
            strides[index] = stride;
            stride *= Math.Max(1, shape[index].Traced());
        }

        return strides;
    }

    /// <summary>The strides of a tensor.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <returns>One stride a dimension.</returns>
    public static long[] Of(TensorValue tensor) => tensor.Strides.IsDefault ? Contiguous(tensor.Shape) : [.. tensor.Strides];

    /// <summary>Strides in the form that tensors keep: default where they are contiguous.</summary>
    /// <param name="shape">The dimensions.</param>
    /// <param name="strides">One stride a dimension.</param>
    /// <returns>The strides, or default.</returns>
    public static ImmutableArray<long> Normalise(ImmutableArray<Dimension> shape, long[] strides)
    {
        var contiguous = Contiguous(shape);
        for (var index = 0; index < strides.Length; index++)
        {
            if (shape[index].Traced() != 1 && strides[index] != contiguous[index])
            {
                return [.. strides];
            }
        }

        return default;
    }

    /// <summary>The layout of an element-wise result: that of the first operand of its shape, without gaps.</summary>
    /// <param name="shape">The result's shape.</param>
    /// <param name="operands">The operands.</param>
    /// <returns>The strides, or default where contiguous.</returns>
    public static ImmutableArray<long> Pointwise(ImmutableArray<Dimension> shape, params ReadOnlySpan<TensorValue> operands)
    {
        foreach (var operand in operands)
        {
            if (ShapeMath.Same(operand.Shape, shape))
            {
                return operand.Strides.IsDefault ? default : Normalise(shape, Dense(shape, [.. operand.Strides]));
            }
        }

        return default;
    }

    /// <summary>The layout of a convolution's or pooling's result: channels last where the input's is.</summary>
    /// <param name="input">The input.</param>
    /// <param name="shape">The result's shape.</param>
    /// <returns>The strides, or default where contiguous.</returns>
    public static ImmutableArray<long> Spatial(TensorValue input, ImmutableArray<Dimension> shape) =>
        IsChannelsLast(input) ? Normalise(shape, ChannelsLast(shape)) : default;

    /// <summary>The strides of a view, where the layout allows one.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="shape">The view's shape; of as many elements.</param>
    /// <returns>The strides, or null where data would have to move.</returns>
    public static long[]? TryView(TensorValue tensor, ImmutableArray<Dimension> shape)
    {
        if (tensor.Strides.IsDefault || ShapeMath.Elements(shape) == 0)
        {
            return Contiguous(shape);
        }

        var old = tensor.Shape;
        var strides = new long[shape.Length];
        var view = shape.Length - 1;
        var chunkStride = old.Length == 0 ? 1 : tensor.Strides[^1];
        long elements = 1, viewElements = 1;
        for (var index = old.Length - 1; index >= 0; index--)
        {
            elements *= old[index].Traced();
            if (index == 0 || (old[index - 1].Traced() != 1 && tensor.Strides[index - 1] != elements * chunkStride))
            {
                while (view >= 0 && (viewElements < elements || shape[view].Traced() == 1))
                {
                    strides[view] = viewElements * chunkStride;
                    viewElements *= shape[view].Traced();
                    view--;
                }

                if (viewElements != elements)
                {
                    return null;
                }

                if (index > 0)
                {
                    chunkStride = tensor.Strides[index - 1];
                    (elements, viewElements) = (1, 1);
                }
            }
        }

        return view == -1 ? strides : null;
    }

    private static bool IsChannelsLast(TensorValue tensor)
    {
        if (tensor.Strides.IsDefault || tensor.Shape.Length is not (4 or 5))
        {
            return false;
        }

        var expected = ChannelsLast(tensor.Shape);
        for (var index = 0; index < expected.Length; index++)
        {
            if (tensor.Shape[index].Traced() != 1 && tensor.Strides[index] != expected[index])
            {
                return false;
            }
        }

        return true;
    }

    private static long[] ChannelsLast(ImmutableArray<Dimension> shape)
    {
        var strides = new long[shape.Length];
        strides[1] = 1;
        var stride = shape[1].Traced();
        for (var index = shape.Length - 1; index >= 2; index--)
        {
            strides[index] = stride;
            stride *= shape[index].Traced();
        }

        strides[0] = stride;
        return strides;
    }

    private static long[] Dense(ImmutableArray<Dimension> shape, long[] strides)
    {
        var order = Enumerable.Range(0, strides.Length).ToArray();
        Array.Sort(order, (left, right) => strides[left] == strides[right] ? right.CompareTo(left) : strides[left].CompareTo(strides[right]));
        var dense = new long[strides.Length];
        var stride = 1L;
        foreach (var index in order)
        {
            dense[index] = stride;
            stride *= Math.Max(1, shape[index].Traced());
        }

        return dense;
    }
}
