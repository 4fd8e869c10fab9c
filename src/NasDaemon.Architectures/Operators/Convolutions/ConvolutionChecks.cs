using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Convolutions;

/// <summary>What PyTorch checks before it convolves, in its order and its words.</summary>
internal static class ConvolutionChecks
{
    /// <summary>The number of dimensions of the input.</summary>
    /// <param name="call">The call.</param>
    /// <param name="spatial">How many spatial dimensions the convolution has.</param>
    /// <returns>The error; null where it fits.</returns>
    public static OperatorError? Rank(OperatorCall call, int spatial)
    {
        var input = call.Tensor("input");
        return input.Shape.Length == spatial + 1 || input.Shape.Length == spatial + 2
            ? null
            : OperatorError.Shape(
                $"Expected {spatial + 1}D (unbatched) or {spatial + 2}D (batched) input to {call.Definition.Name}, but got input of size: {ShapeText.List(input.Shape)}");
    }

    /// <summary>The ranges of padding, stride and dilation.</summary>
    /// <param name="padding">The padding at the beginning of each dimension.</param>
    /// <param name="stride">The stride in each dimension.</param>
    /// <param name="dilation">The dilation in each dimension.</param>
    /// <returns>The error; null where they fit.</returns>
    public static OperatorError? Ranges(ReadOnlySpan<long> padding, ReadOnlySpan<long> stride, ReadOnlySpan<long> dilation)
    {
        if (HasBelow(padding, 0))
        {
            return OperatorError.Runtime("negative padding is not supported");
        }

        if (HasBelow(stride, 1))
        {
            return OperatorError.Runtime("non-positive stride is not supported");
        }

        return HasBelow(dilation, 1) ? OperatorError.Runtime("non-positive dilation is not supported") : null;
    }

    /// <summary>Groups and input channels.</summary>
    /// <param name="weight">The kernel.</param>
    /// <param name="input">The input's shape with its batch.</param>
    /// <param name="groups">The groups.</param>
    /// <returns>The error; null where they fit.</returns>
    public static OperatorError? Channels(TensorValue weight, ImmutableArray<Dimension> input, long groups)
    {
        var kernel = weight.Shape;
        if (input.Length != kernel.Length)
        {
            return OperatorError.Shape(
                $"Expected {kernel.Length}-dimensional input for {kernel.Length}-dimensional weight {ShapeText.List(kernel)}, but got {input.Length}-dimensional input of size {ShapeText.List(input)} instead");
        }

        if (kernel[0].Traced() < groups)
        {
            return OperatorError.Shape(
                $"Given groups={groups}, expected weight to be at least {groups} at dimension 0, but got weight of size {ShapeText.List(kernel)} instead");
        }

        if (groups <= 0 || kernel[0].Traced() % groups != 0)
        {
            return OperatorError.Shape(
                $"Given groups={groups}, expected weight to be divisible by {groups} at dimension 0, but got weight of size [{ShapeText.List(kernel)}] instead");
        }

        var expected = kernel[1].Traced() * groups;
        return input[1].Traced() == expected
            ? null
            : OperatorError.Shape(
                $"Given groups={groups}, weight of size {ShapeText.List(kernel)}, expected input{ShapeText.List(input)} to have {expected} channels, but got {input[1].Traced()} channels instead",
                $"The layer takes {expected} channels; what it is applied to has {input[1].Traced()}.");
    }

    /// <summary>The size of the bias.</summary>
    /// <param name="call">The call.</param>
    /// <param name="weight">The kernel.</param>
    /// <param name="channels">The output channels.</param>
    /// <returns>The error; null where it fits.</returns>
    public static OperatorError? Bias(OperatorCall call, TensorValue weight, long channels)
    {
        var bias = call.TensorOrNull("bias");
        return bias is null || (bias.Shape.Length == 1 && bias.Shape[0].Traced() == channels)
            ? null
            : OperatorError.Shape(
                $"Given weight of size {ShapeText.List(weight.Shape)}, expected bias to be 1-dimensional with {channels} elements, but got bias of size {ShapeText.List(bias.Shape)} instead");
    }

    /// <summary>Whether the kernel fits into the padded input.</summary>
    /// <param name="input">The input's shape with its batch.</param>
    /// <param name="weight">The kernel.</param>
    /// <param name="dilation">The dilation in each dimension.</param>
    /// <param name="begin">Padding at the beginnings.</param>
    /// <param name="end">Padding at the ends.</param>
    /// <returns>The error; null where it fits.</returns>
    public static OperatorError? Kernel(ImmutableArray<Dimension> input, TensorValue weight, long[] dilation, long[] begin, long[] end)
    {
        Span<long> padded = stackalloc long[begin.Length];
        Span<long> reach = stackalloc long[begin.Length];
        var fits = true;
        for (var index = 0; index < padded.Length; index++)
        {
            padded[index] = input[index + 2].Traced() + begin[index] + end[index];
            reach[index] = (dilation[index] * (weight.Shape[index + 2].Traced() - 1)) + 1;
            fits &= padded[index] >= reach[index];
        }

        return fits
            ? null
            : OperatorError.Shape(
                $"Calculated padded input size per channel: {ShapeText.Spaced(padded)}. Kernel size: {ShapeText.Spaced(reach)}. Kernel size can't be greater than actual input size");
    }

    private static bool HasBelow(ReadOnlySpan<long> sizes, long least)
    {
        foreach (var size in sizes)
        {
            if (size < least)
            {
                return true;
            }
        }

        return false;
    }
}
