using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Exports.Onnx.Building;
using NasDaemon.Exports.Onnx.Model;

namespace NasDaemon.Exports.Onnx.Operators;

/// <summary>Writing by indices.</summary>
internal static class ScatterOperators
{
    /// <summary>The operators.</summary>
    public static ImmutableArray<OnnxOperator> All { get; } =
    [
        new("scatter_plain", "ScatterElements", call => Scatter(call, "none")),
        new("scatter_add", "ScatterElements", call => Scatter(call, "add")),
        new("index_put", "ScatterND", Put),
        new("index_add", "ScatterElements", call => AlongIndex(call, call.Tensor("source"), call.Number("alpha"), "add")),
        new("index_copy", "ScatterElements", call => AlongIndex(call, call.Tensor("source"), 1, "none")),
        new("index_fill", "ScatterElements", call => AlongIndex(call, call.Operand("value", call.Input.Element), 1, "none")),
        new("select_scatter", "Unsqueeze, Concat, Gather", Select),
        new("slice_scatter", "Concat, Gather", Slice),
    ];

    private static OnnxOutcome Scatter(NodeCall call, string reduction)
    {
        var (input, index) = (call.Input, call.Cast(call.Tensor("index"), ElementType.Int64));
        var axis = call.Axis("dim", input);
        var source = call.Operand("src", input.Element);
        if (source.Rank == index.Rank)
        {
            for (var place = 0; place < index.Rank; place++)
            {
                source = source.Shape[place] == index.Shape[place] ? source : call.Slice(source, place, 0, index.Shape[place]);
            }
        }

        return Elements(call, index, call.Expand(source, index.Shape), axis, reduction);
    }

    private static OnnxValue Elements(NodeCall call, OnnxValue index, OnnxValue source, int axis, string reduction) => call.Emit(
        "ScatterElements", [call.Input, index, source], OnnxAttribute.Of("axis", axis), OnnxAttribute.Of("reduction", reduction));

    private static OnnxOutcome AlongIndex(NodeCall call, OnnxValue source, double factor, string reduction)
    {
        var axis = call.Axis("dim", call.Input);
        var index = call.Cast(call.Tensor("index"), ElementType.Int64);
        index = index.Rank == 0 ? call.Unsqueeze(index, 0) : index;
        var shape = call.Input.Shape.SetItem(axis, index.Shape[0]);
        var column = call.Reshape(index, [.. shape.Select((_, place) => place == axis ? index.Shape[0] : 1)]);
        var scaled = factor == 1 ? source : call.Join("Mul", source, factor);
        return Elements(call, call.Expand(column, shape), call.Expand(scaled, shape), axis, reduction);
    }

    private static OnnxOutcome Put(NodeCall call)
    {
        var plan = IndexPlan.Of(call);
        if (plan.Problem is not null)
        {
            return plan.Problem;
        }

        var target = plan.Turned(call, call.Input);
        var front = plan.FrontShape(call.Input);
        var values = call.Tensor("values");
        var place = plan.Place;
        ImmutableArray<Dimension> shape = [.. front.Skip(plan.Common.Length).Take(place), .. plan.Common, .. front.Skip(plan.Common.Length + place)];
        var updates = plan.TurnedFront(call, call.Expand(values, shape));
        var written = call.Emit(
            "ScatterND",
            target.Type,
            [target, plan.Joined(call), updates],
            OnnxAttribute.Of("reduction", call.Truth("accumulate") ? "add" : "none"));
        return plan.Restored(call, written);
    }

    private static OnnxOutcome Select(NodeCall call)
    {
        var axis = call.Axis("dim", call.Input);
        var index = call.Integer("index");
        return Replace(call, call.Unsqueeze(call.Tensor("src"), axis), axis, (size, place) => place == (index < 0 ? index + size : index) ? 0 : null);
    }

    private static OnnxOutcome Slice(NodeCall call)
    {
        var axis = call.Axis("dim", call.Input);
        var start = call.IsNone("start") ? 0 : call.Integer("start");
        var (step, count) = (call.Integer("step"), call.Tensor("src").Shape[axis].Constant);
        return Replace(call, call.Tensor("src"), axis, (size, place) =>
        {
            var offset = place - (start < 0 ? start + size : start);
            return offset >= 0 && offset % step == 0 && offset / step < count ? offset / step : null;
        });
    }

    // The new part behind the old tensor; then each place is taken from the one or the other.
    private static OnnxOutcome Replace(NodeCall call, OnnxValue part, int axis, Func<long, long, long?> placeInPart)
    {
        var input = call.Input;
        if (!input.Shape[axis].IsFixed)
        {
            return "writes into some samples of a batch";
        }

        var size = input.Shape[axis].Constant;
        var places = Enumerable.Range(0, (int)size).Select(place => placeInPart(size, place) is { } inPart ? size + inPart : place);
        return call.Gather(call.Concat([input, call.Cast(part, input.Element)], axis), axis, call.Graph.Integers([size], places));
    }
}
