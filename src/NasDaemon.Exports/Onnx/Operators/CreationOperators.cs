using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Exports.Onnx.Building;
using NasDaemon.Exports.Onnx.Model;

namespace NasDaemon.Exports.Onnx.Operators;

/// <summary>Tensors that are made of nothing.</summary>
internal static class CreationOperators
{
    private const string Filling = "ConstantOfShape or a constant";

    /// <summary>The operators.</summary>
    public static ImmutableArray<OnnxOperator> All { get; } =
    [
        Fill("zeros", 0), Fill("ones", 1), Fill("empty", 0), Fill("zeros_like", 0), Fill("ones_like", 1), Fill("empty_like", 0),
        Fill("new_zeros", 0), Fill("new_ones", 1), Fill("new_empty", 0),
        new("full", Filling, call => Filled(call, call.Output, call.Number("fill_value"))),
        new("full_like", Filling, call => Filled(call, call.Output, call.Number("fill_value"))),
        new("new_full", Filling, call => Filled(call, call.Output, call.Number("fill_value"))),
        new("arange", "Range or a constant", Range),
        new("linspace", "a constant", call => Constant(call, place => Between(call, place))),
        new("eye", "a constant", call => Constant(call, place => place / call.Output.Shape[^1].Constant == place % call.Output.Shape[^1].Constant ? 1 : 0)),
        new("tensor", "a constant", call => Literal(call)),
    ];

    /// <summary>A tensor of equal elements.</summary>
    public static OnnxValue Filled(NodeCall call, TensorType type, double value)
    {
        var constant = new OnnxTensor(string.Empty, [1], type.Element, Constants.Bytes([value], type.Element));
        return type.Shape.IsEmpty
            ? call.Graph.Number(value, type.Element)
            : call.Emit("ConstantOfShape", type, [call.Sizes.Row(type.Shape)], OnnxAttribute.Of("value", constant));
    }

    private static OnnxOperator Fill(string name, double value) => new(name, Filling, call => Filled(call, call.Output, value));

    private static OnnxOutcome Range(NodeCall call)
    {
        var (start, end, step) = (call.IsNone("end") ? 0 : 1, call["end"], call.IsNone("step") ? 1 : call.Number("step"));
        var first = start == 0 ? 0 : call.Number("start");
        if (call.Output.Shape[0].IsFixed)
        {
            return Constant(call, place => first + (place * step));
        }

        var limit = end is NoneArgument ? call.Size("start") : call.Size("end");
        var range = call.Emit(
            "Range",
            new TensorType(call.Output.Shape, ElementType.Int64),
            [call.Graph.Integer((long)first), call.Sizes.Scalar(limit), call.Graph.Integer((long)step)]);
        return call.Cast(range, call.Output.Element);
    }

    private static double Between(NodeCall call, long place)
    {
        var (start, end, steps) = (call.Number("start"), call.Number("end"), call.Output.Shape[0].Constant);
        return steps == 1 ? start : start + ((end - start) * place / (steps - 1));
    }

    private static OnnxOutcome Constant(NodeCall call, Func<long, double> element)
    {
        if (call.Output.Shape.Any(size => !size.IsFixed))
        {
            return "has as many elements as the batch has samples";
        }

        var shape = call.Output.Shape.Select(size => size.Constant).ToImmutableArray();
        var count = shape.Aggregate(1L, (product, size) => product * size);
        return call.Graph.Numbers(shape, Enumerable.Range(0, (int)count).Select(place => element(place)), call.Output.Element);
    }

    private static OnnxOutcome Literal(NodeCall call)
    {
        var numbers = Flat(call["data"]).ToArray();
        return Array.TrueForAll(numbers, number => number is not null)
            ? call.Graph.Numbers([.. call.Output.Shape.Select(size => size.Constant)], numbers.Select(number => number ?? 0), call.Output.Element)
            : "is made of more than numbers";
    }

    private static IEnumerable<double?> Flat(GraphArgument argument) => argument switch
    {
        ListArgument list => list.Items.SelectMany(Flat),
        IntArgument { Value.IsFixed: true } integer => [integer.Value.Constant],
        FloatArgument number => [number.Value],
        BoolArgument truth => [truth.Value ? 1 : 0],
        _ => [null],
    };
}
