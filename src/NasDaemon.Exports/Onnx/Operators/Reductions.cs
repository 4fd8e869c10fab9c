using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Exports.Onnx.Building;
using NasDaemon.Exports.Onnx.Model;

namespace NasDaemon.Exports.Onnx.Operators;

/// <summary>Steps that make one element of many.</summary>
internal static class Reductions
{
    /// <summary>Sums elements.</summary>
    public static OnnxValue Sum(NodeCall call, OnnxValue value, ImmutableArray<long> axes, bool keeps) => value.Rank == 0 ? value : call.Emit(
        "ReduceSum",
        value.Type with { Shape = Reduced(value, axes, keeps) },
        [value, call.Graph.Integers(axes.AsSpan())],
        OnnxAttribute.Of("keepdims", keeps ? 1 : 0));

    /// <summary>Reduces elements by an ONNX operator whose dimensions are an attribute.</summary>
    public static OnnxValue Apply(NodeCall call, string name, OnnxValue value, ImmutableArray<long> axes, bool keeps) => value.Rank == 0 ? value : call.Emit(
        name,
        value.Type with { Shape = Reduced(value, axes, keeps) },
        [value],
        OnnxAttribute.Of("axes", axes),
        OnnxAttribute.Of("keepdims", keeps ? 1 : 0));

    /// <summary>The place of the greatest or smallest element.</summary>
    public static OnnxValue Place(NodeCall call, string name, OnnxValue value, int axis, bool keeps) => call.Emit(
        name,
        new TensorType(Reduced(value, [axis], keeps), ElementType.Int64),
        [value],
        OnnxAttribute.Of("axis", axis),
        OnnxAttribute.Of("keepdims", keeps ? 1 : 0));

    /// <summary>Every dimension of a value.</summary>
    public static ImmutableArray<long> AllAxes(OnnxValue value) => [.. Enumerable.Range(0, value.Rank).Select(axis => (long)axis)];

    private static ImmutableArray<Dimension> Reduced(OnnxValue value, ImmutableArray<long> axes, bool keeps)
    {
        var shape = value.Shape.Select((size, axis) => (Size: axes.Contains(axis) ? (Dimension)1 : size, IsReduced: axes.Contains(axis)));
        return [.. shape.Where(size => keeps || !size.IsReduced).Select(size => size.Size)];
    }
}
