using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Exports.Onnx.Building;
using NasDaemon.Exports.Onnx.Model;

namespace NasDaemon.Exports.Onnx.Operators;

/// <summary>Pooling over windows.</summary>
internal static class PoolingOperators
{
    /// <summary>The operators.</summary>
    public static ImmutableArray<OnnxOperator> All { get; } =
    [
        Maximum(1), Maximum(2), Maximum(3), Average(1), Average(2), Average(3), WithIndices(1), WithIndices(2), WithIndices(3),
        Unpool(1), Unpool(2),
    ];

    private static OnnxOperator Maximum(int spatial) => new(
        $"max_pool{spatial}d", "MaxPool", call => Batches.Apply(call, call.Input, spatial, (input, type) => MaximumOf(call, spatial, input, type)));

    private static OnnxOperator Average(int spatial) => new(
        $"avg_pool{spatial}d", "AveragePool, Pad, Mul", call => Batches.Apply(call, call.Input, spatial, (input, type) => AverageOf(call, spatial, input, type)));

    private static OnnxValue MaximumOf(NodeCall call, int spatial, OnnxValue input, TensorType type)
    {
        var window = PoolingWindow.Of(call, spatial);
        return call.Emit("MaxPool", type, [input], [.. window.Attributes(input.Type, type), OnnxAttribute.Of("dilations", window.Dilation)]);
    }

    // PyTorch counts its own padding as samples and never what rounding up adds; ONNX knows one rule for both.
    private static OnnxValue AverageOf(NodeCall call, int spatial, OnnxValue input, TensorType type)
    {
        var window = PoolingWindow.Of(call, spatial);
        var isScaled = !call.IsNone("divisor_override");
        var counts = call.Truth("count_include_pad") || isScaled;
        if (counts && !isScaled && window.RoundsUp(input.Type, type) && window.Padding.Any(size => size > 0))
        {
            (input, window) = (Padded(call, input, window), window with { Padding = [.. window.Padding.Select(_ => 0L)] });
            counts = false;
        }

        counts &= isScaled || !window.RoundsUp(input.Type, type);
        var average = call.Emit(
            "AveragePool", type, [input], [.. window.Attributes(input.Type, type), OnnxAttribute.Of("count_include_pad", counts ? 1 : 0)]);
        return isScaled
            ? call.Join("Mul", average, window.Kernel.Aggregate(1.0, (product, size) => product * size) / call.Number("divisor_override"))
            : average;
    }

    private static OnnxValue Padded(NodeCall call, OnnxValue input, PoolingWindow window)
    {
        var shape = input.Shape.Select((size, axis) => axis < 2 ? size : new Dimension(0, size.Constant + (2 * window.Padding[axis - 2])));
        return call.Emit(
            "Pad", input.Type with { Shape = [.. shape] }, [input, call.Graph.Integers([0, 0, .. window.Padding, 0, 0, .. window.Padding])]);
    }

    private static OnnxOperator WithIndices(int spatial) => new(
        $"max_pool{spatial}d_with_indices",
        "MaxPool, Mod",
        call =>
        {
            if (call.Input.Rank != spatial + 2)
            {
                return "is applied to a single sample";
            }

            var window = PoolingWindow.Of(call, spatial);
            var both = call.Graph.Nodes(
                "MaxPool", [.. call.Outputs], [call.Input], [.. window.Attributes(call.Input.Type, call.Output), OnnxAttribute.Of("dilations", window.Dilation)]);

            // ONNX counts places through the whole tensor, PyTorch from the start of each channel.
            var plane = call.Input.Shape.Skip(2).Aggregate(1L, (product, size) => product * size.Constant);
            return ImmutableArray.Create(both[0], call.Join("Mod", both[1], plane));
        });

    private static OnnxOperator Unpool(int spatial) => new(
        $"max_unpool{spatial}d",
        "ConstantOfShape, ScatterElements",
        call =>
        {
            var (input, output) = (call.Input, call.Output.Shape);
            if (input.Rank != spatial + 2)
            {
                return "is applied to a single sample";
            }

            var plane = output.Skip(2).Aggregate(1L, (product, size) => product * size.Constant);
            var places = input.Shape.Skip(2).Aggregate(1L, (product, size) => product * size.Constant);
            var empty = CreationOperators.Filled(call, call.Output with { Shape = [output[0], output[1], plane] }, 0);
            var filled = call.Emit(
                "ScatterElements",
                empty.Type,
                [empty, call.Reshape(call.Tensor("indices"), input.Shape[0], input.Shape[1], places), call.Reshape(input, input.Shape[0], input.Shape[1], places)],
                OnnxAttribute.Of("axis", 2));
            return call.Reshape(filled, output);
        });
}
