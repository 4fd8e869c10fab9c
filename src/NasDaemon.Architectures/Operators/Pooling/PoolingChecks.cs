using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Operators.Pooling;

/// <summary>What PyTorch checks before it pools, in its words.</summary>
internal static class PoolingChecks
{
    /// <summary>Ranks and ranges.</summary>
    /// <param name="call">The call.</param>
    /// <param name="spatial">How many spatial dimensions the pooling has.</param>
    /// <param name="kernel">The window.</param>
    /// <param name="stride">The distance of two windows.</param>
    /// <param name="dilation">The distance of two elements of a window.</param>
    /// <returns>The error; null where they fit.</returns>
    public static OperatorError? Arguments(OperatorCall call, int spatial, long[] kernel, long[] stride, long[] dilation)
    {
        var (shape, name) = (call.Tensor("input").Shape, call.Definition.Name);
        if (kernel.Length != spatial)
        {
            return OperatorError.Runtime($"{name}: kernel_size must either be a single int, or a tuple of {Counted(spatial)} ints");
        }

        if (shape.Length != spatial + 1 && shape.Length != spatial + 2)
        {
            return WrongRank(spatial, shape, name);
        }

        if (stride.Any(size => size == 0))
        {
            return OperatorError.Runtime("stride should not be zero");
        }

        if (kernel.Any(size => size <= 0))
        {
            return OperatorError.Runtime($"kernel size should be greater than zero, but got kH: {kernel[0]} kW: {kernel[^1]}");
        }

        return dilation.Any(size => size <= 0)
            ? OperatorError.Runtime($"dilation should be greater than zero, but got dilationH: {dilation[0]} dilationW: {dilation[^1]}")
            : null;
    }

    /// <summary>The size of the result.</summary>
    /// <param name="call">The call.</param>
    /// <param name="spatial">How many spatial dimensions the pooling has.</param>
    /// <param name="input">The input's shape.</param>
    /// <param name="output">The result's shape.</param>
    /// <returns>The error; null where it fits.</returns>
    public static OperatorError? Output(OperatorCall call, int spatial, ImmutableArray<Dimension> input, ImmutableArray<Dimension> output)
    {
        if (output[^spatial..].All(size => size.Traced() >= 1))
        {
            return null;
        }

        var (from, to) = (input[^(spatial + 1)..], output[^(spatial + 1)..]);
        if (spatial == 1)
        {
            (from, to) = (from.Insert(1, 1), to.Insert(1, 1));
        }

        return OperatorError.Shape(
            $"Given input size: ({ShapeText.Product(from)}). Calculated output size: ({ShapeText.Product(to)}). Output size is too small");
    }

    private static OperatorError WrongRank(int spatial, ImmutableArray<Dimension> shape, string name) => (spatial, name) switch
    {
        (1, "max_pool1d") => OperatorError.Shape(
            $"max_pool1d: Expected 2D or 3D (batch mode) tensor with optional 0 dim batch size for input, but got:{ShapeText.List(shape)}"),
        (1, _) => OperatorError.Shape(
            $"Expected 2 to 3 dimensions, but got {shape.Length}-dimensional tensor for argument #1 'self' (while checking arguments for {name})"),
        (2, "avg_pool2d") when shape.Length < 3 => OperatorError.Index(
            $"Dimension out of range (expected to be in range of [{-Math.Max(1, shape.Length)}, {Math.Max(1, shape.Length) - 1}], but got -3)"),
        (2, _) => OperatorError.Shape("non-empty 3D or 4D (batch mode) tensor expected for input"),
        _ => OperatorError.Shape("non-empty 4D or 5D (batch mode) tensor expected for input"),
    };

    private static string Counted(int spatial) => spatial switch
    {
        1 => "one",
        2 => "two",
        _ => "three",
    };
}
