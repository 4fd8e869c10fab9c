using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Pooling;

/// <summary>Shape rule and cost of pooling over windows.</summary>
internal static class WindowRules
{
    /// <summary>The maximum of each window.</summary>
    /// <param name="call">The call.</param>
    /// <param name="spatial">How many spatial dimensions it has.</param>
    /// <returns>The result.</returns>
    public static CallResult Maximum(OperatorCall call, int spatial)
    {
        if (!call.Has("return_indices") || !call.Flag("return_indices"))
        {
            return Apply(call, spatial, call.Integers("dilation"));
        }

        var steps = new Composition(call.Scope);
        string[] names = ["input", "kernel_size", "stride", "padding", "dilation", "ceil_mode"];
        return steps.Result(steps.Operator($"max_pool{spatial}d_with_indices", [.. names.Select(name => call[name])]));
    }

    /// <summary>The mean of each window.</summary>
    /// <param name="call">The call.</param>
    /// <param name="spatial">How many spatial dimensions it has.</param>
    /// <returns>The result.</returns>
    public static CallResult Average(OperatorCall call, int spatial) => Apply(call, spatial, Ones(spatial));

    private static long[] Ones(int count)
    {
        var ones = new long[count];
        Array.Fill(ones, 1);
        return ones;
    }

    private static CallResult Apply(OperatorCall call, int spatial, long[] dilation)
    {
        if (call.IsNone("stride") || Sequences.Items(call["stride"]) is { Count: 0 })
        {
            call["stride"] = call["kernel_size"];
        }

        var input = call.Tensor("input");
        var (kernel, stride, padding) = (call.Integers("kernel_size"), call.Integers("stride"), call.Integers("padding"));
        if (PoolingChecks.Arguments(call, spatial, kernel, stride, dilation) is { } argumentError)
        {
            return argumentError;
        }

        if (Output(call, input, (kernel, stride, padding, dilation), out var shape) is { } error)
        {
            return error;
        }

        if (PoolingChecks.Output(call, spatial, input.Shape, shape) is { } sizeError)
        {
            return sizeError;
        }

        var window = kernel.Aggregate(1L, (product, size) => product * size);
        var flops = window * ShapeMath.SampleElements(shape);
        return call.Definition.Name.EndsWith("_with_indices", StringComparison.Ordinal)
            ? call.EmitMany([input.Type with { Shape = shape }, new TensorType(shape, ElementType.Int64)], flops)
            : call.Emit(input.Type with { Shape = shape }, flops, TensorLayout.Spatial(input, shape));
    }

    private static OperatorError? Output(
        OperatorCall call,
        TensorValue input,
        (long[] Kernel, long[] Stride, long[] Padding, long[] Dilation) window,
        out ImmutableArray<Dimension> shape)
    {
        var sizes = input.Shape.ToArray();
        shape = [];
        var first = sizes.Length - window.Kernel.Length;
        for (var index = 0; index < window.Kernel.Length; index++)
        {
            var (kernel, stride, padding) = (window.Kernel[index], window.Stride[index], window.Padding[index]);
            if (padding < 0)
            {
                return OperatorError.Runtime($"pad must be non-negative, but got pad: {padding}");
            }

            if (padding > kernel / 2)
            {
                return OperatorError.Runtime($"pad should be at most half of kernel size, but got pad={padding} and kernel_size={kernel}");
            }

            var reach = (window.Dilation[index] * (kernel - 1)) + 1;
            var isCeiling = call.Flag("ceil_mode");
            sizes[first + index] = ShapeMath.Map(
                call.Scope,
                sizes[first + index],
                (reach, stride, padding, isCeiling),
                static (size, axis) => WindowCount(size, axis.reach, axis.stride, axis.padding, axis.isCeiling));
        }

        shape = ImmutableCollectionsMarshal.AsImmutableArray(sizes);
        return null;
    }

    private static long WindowCount(long size, long reach, long stride, long padding, bool isCeiling)
    {
        var span = size + (2 * padding) - reach + (isCeiling ? stride - 1 : 0);
        var count = (long)Math.Floor(span / (double)stride) + 1;
        return isCeiling && (count - 1) * stride >= size + padding ? count - 1 : count;
    }
}
