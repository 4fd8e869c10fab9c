using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Exports.Onnx.Building;
using NasDaemon.Exports.Onnx.Model;

namespace NasDaemon.Exports.Onnx.Operators;

/// <summary>Pooling to a given size.</summary>
internal static class AdaptivePoolingOperators
{
    /// <summary>The operators.</summary>
    public static ImmutableArray<OnnxOperator> All { get; } =
    [
        Average(1), Average(2), Average(3), Maximum(1), Maximum(2), Maximum(3),
    ];

    private static OnnxOperator Average(int spatial) => new(
        $"adaptive_avg_pool{spatial}d",
        "GlobalAveragePool, AveragePool or MatMul",
        call => Batches.Apply(call, call.Input, spatial, (input, type) => Pool(call, input, type, "AveragePool", AverageAlong)));

    private static OnnxOperator Maximum(int spatial) => new(
        $"adaptive_max_pool{spatial}d",
        "GlobalMaxPool, MaxPool or Slice, ReduceMax",
        call => Batches.Apply(call, call.Input, spatial, (input, type) => Pool(call, input, type, "MaxPool", MaximumAlong)));

    private static OnnxValue Pool(NodeCall call, OnnxValue input, TensorType type, string name, Func<NodeCall, OnnxValue, int, long, OnnxValue> along)
    {
        var wanted = type.Shape.Skip(2).Select(size => size.Constant).ToArray();
        var given = input.Shape.Skip(2).Select(size => size.Constant).ToArray();
        if (wanted.All(size => size == 1))
        {
            return call.Emit($"Global{name}", type, [input]);
        }

        if (given.Zip(wanted).All(sizes => sizes.First % sizes.Second == 0))
        {
            var kernel = given.Zip(wanted, (size, parts) => size / parts).ToArray();
            return call.Emit(name, type, [input], OnnxAttribute.Of("kernel_shape", kernel), OnnxAttribute.Of("strides", kernel));
        }

        return Enumerable.Range(2, wanted.Length).Aggregate(input, (value, axis) => along(call, value, axis, wanted[axis - 2]));
    }

    // Windows of unequal size: a matrix takes the mean of each.
    private static OnnxValue AverageAlong(NodeCall call, OnnxValue value, int axis, long parts)
    {
        var size = value.Shape[axis].Constant;
        var matrix = new double[size * parts];
        for (var part = 0L; part < parts; part++)
        {
            var (start, end) = Window(part, parts, size);
            for (var place = start; place < end; place++)
            {
                matrix[(place * parts) + part] = 1.0 / (end - start);
            }
        }

        var last = value.Rank - 1;
        var order = Enumerable.Range(0, value.Rank).Select(index => (long)(index == axis ? last : index == last ? axis : index)).ToImmutableArray();
        var turned = axis == last ? value : call.Transpose(value, order);
        var mean = call.Emit(
            "MatMul", turned.Type with { Shape = turned.Shape.SetItem(last, parts) }, [turned, call.Graph.Numbers([size, parts], matrix, value.Element)]);
        return axis == last ? mean : call.Transpose(mean, order);
    }

    private static OnnxValue MaximumAlong(NodeCall call, OnnxValue value, int axis, long parts)
    {
        var windows = new List<OnnxValue>();
        for (var part = 0L; part < parts; part++)
        {
            var (start, end) = Window(part, parts, value.Shape[axis].Constant);
            var window = call.Slice(value, axis, start, end);
            windows.Add(call.Emit("ReduceMax", window.Type with { Shape = window.Shape.SetItem(axis, 1) }, [window], OnnxAttribute.Of("axes", [(long)axis])));
        }

        return call.Concat(windows, axis);
    }

    private static (long Start, long End) Window(long part, long parts, long size) => (part * size / parts, (((part + 1) * size) + parts - 1) / parts);
}
