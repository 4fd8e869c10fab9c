using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Exports.Onnx.Building;
using NasDaemon.Exports.Onnx.Model;

namespace NasDaemon.Exports.Onnx.Operators;

/// <summary>Lengths, distances and similarities.</summary>
internal static class DistanceOperators
{
    /// <summary>The operators.</summary>
    public static ImmutableArray<OnnxOperator> All { get; } =
    [
        new("norm", Written, call => Norm(call, "p")),
        new("linalg_vector_norm", Written, call => Norm(call, "ord")),
        new("linalg_norm", Written, call => call.Axes("dim", call.Input).Length == 1 || call.IsNone("ord") ? Norm(call, "ord") : "takes the norm of matrices"),
        new("normalize", Written + ", Max, Div", Normalize),
        new("dist", "Sub, " + Written, call => Length(call, call.Join("Sub", call.Input, call.Tensor("other")), Order(call, "p"), Reductions.AllAxes(call.Input), keeps: false)),
        new("pairwise_distance", "Sub, Add, " + Written, Pairwise),
        new("cdist", "Unsqueeze, Sub, " + Written, AllPairs),
        new("cosine_similarity", "Mul, ReduceSum, ReduceL2, Max, Div", Cosine),
    ];

    private const string Written = "ReduceL2, ReduceL1, Abs, ReduceMax, Pow, ReduceSum";

    private static double Order(NodeCall call, string name) => call[name] switch
    {
        NoneArgument or TextArgument { Value: "fro" } => 2,
        TextArgument { Value: "inf" } => double.PositiveInfinity,
        TextArgument => double.NaN,
        _ => call.Number(name),
    };

    private static OnnxOutcome Norm(NodeCall call, string order)
    {
        var input = call.Cast(call.Input, call.Output.Element);
        var keeps = call.Truth("keepdim");
        return Length(call, input, Order(call, order), call.Axes("dim", input), keeps);
    }

    private static OnnxOutcome Length(NodeCall call, OnnxValue value, double order, ImmutableArray<long> axes, bool keeps) => order switch
    {
        2 => Reductions.Apply(call, "ReduceL2", value, axes, keeps),
        1 => Reductions.Apply(call, "ReduceL1", value, axes, keeps),
        double.PositiveInfinity => Reductions.Apply(call, "ReduceMax", call.Map("Abs", value), axes, keeps),
        double.NegativeInfinity => Reductions.Apply(call, "ReduceMin", call.Map("Abs", value), axes, keeps),
        0 => Reductions.Sum(call, call.Cast(call.Map("Not", call.Compare("Equal", value, 0)), value.Element), axes, keeps),
        > 0 => call.Join("Pow", Reductions.Sum(call, call.Join("Pow", call.Map("Abs", value), order), axes, keeps), 1 / order),
        _ => "has an order that ONNX has no operators for",
    };

    private static OnnxOutcome Normalize(NodeCall call)
    {
        var input = call.Input;
        var length = Length(call, input, Order(call, "p"), [call.Axis("dim", input)], keeps: true);
        return length.Problem is null ? call.Join("Div", input, call.Join("Max", length.Values[0], call.Number("eps"))) : length;
    }

    private static OnnxOutcome Pairwise(NodeCall call)
    {
        var difference = call.Join("Add", call.Join("Sub", call.Tensor("x1"), call.Tensor("x2")), call.Number("eps"));
        return Length(call, difference, Order(call, "p"), [difference.Rank - 1], call.Truth("keepdim"));
    }

    private static OnnxOutcome AllPairs(NodeCall call)
    {
        var (left, right) = (call.Tensor("x1"), call.Tensor("x2"));
        var difference = call.Join("Sub", call.Unsqueeze(left, left.Rank - 1), call.Unsqueeze(right, right.Rank - 2));
        return Length(call, difference, Order(call, "p"), [difference.Rank - 1], keeps: false);
    }

    private static OnnxOutcome Cosine(NodeCall call)
    {
        var (left, right) = (call.Tensor("x1"), call.Tensor("x2"));
        var product = call.Join("Mul", left, right);
        ImmutableArray<long> axes = [call.Axis("dim", product)];
        var (one, other) = (Limited(left), Limited(right));
        return call.Join("Div", Reductions.Sum(call, product, axes, keeps: false), call.Join("Mul", one, other));

        OnnxValue Limited(OnnxValue value)
        {
            var wide = call.Expand(value, product.Shape);
            return call.Join("Max", Reductions.Apply(call, "ReduceL2", wide, axes, keeps: false), call.Number("eps"));
        }
    }
}
