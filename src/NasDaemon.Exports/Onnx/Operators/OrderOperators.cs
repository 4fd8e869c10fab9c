using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Exports.Onnx.Building;
using NasDaemon.Exports.Onnx.Model;

namespace NasDaemon.Exports.Onnx.Operators;

/// <summary>Sorting and choosing by rank.</summary>
internal static class OrderOperators
{
    /// <summary>The operators.</summary>
    public static ImmutableArray<OnnxOperator> All { get; } =
    [
        new("sort", "TopK", call => Sorted(call, call.Axis("dim", call.Input), call.Truth("descending"))),
        new("argsort", "TopK", call => Sorted(call, call.Axis("dim", call.Input), call.Truth("descending"))[1]),
        new("msort", "TopK", call => Sorted(call, 0, descending: false)[0]),
        new("topk", "TopK", call => Best(call, call.Input, call.Axis("dim", call.Input), call.Size("k"), call.Truth("largest"))),
        new("kthvalue", "TopK, Slice, Squeeze", call => Nth(call, call.Axis("dim", call.Input), call.Integer("k"))),
        new("median", "TopK, Slice, Squeeze", call => Nth(call, call.Axis("dim", call.Input), (call.Input.Shape[call.Axis("dim", call.Input)].Constant + 1) / 2)),
    ];

    private static ImmutableArray<OnnxValue> Sorted(NodeCall call, int axis, bool descending) =>
        Best(call, call.Input, axis, call.Input.Shape[axis], descending);

    private static ImmutableArray<OnnxValue> Best(NodeCall call, OnnxValue value, int axis, Dimension count, bool largest)
    {
        var shape = value.Shape.SetItem(axis, count);
        return call.Graph.Nodes(
            "TopK",
            [value.Type with { Shape = shape }, new TensorType(shape, ElementType.Int64)],
            [value, call.Sizes.Row([count])],
            OnnxAttribute.Of("axis", axis),
            OnnxAttribute.Of("largest", largest ? 1 : 0));
    }

    private static OnnxOutcome Nth(NodeCall call, int axis, long rank)
    {
        if (!call.Input.Shape[axis].IsFixed)
        {
            return "counts the samples of a batch";
        }

        var keeps = call.Truth("keepdim");
        return Best(call, call.Input, axis, rank, largest: false).Select(Last).ToImmutableArray();

        OnnxValue Last(OnnxValue value)
        {
            var last = call.Slice(value, axis, rank - 1, rank);
            return keeps ? last : call.Squeeze(last, axis);
        }
    }
}
