using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Exports.Onnx.Building;
using NasDaemon.Exports.Onnx.Model;

namespace NasDaemon.Exports.Onnx.Operators;

/// <summary>Sums, extremes and running sums.</summary>
internal static class ReductionOperators
{
    /// <summary>The operators.</summary>
    public static ImmutableArray<OnnxOperator> All { get; } =
    [
        new("sum", "ReduceSum", call => Reductions.Sum(call, Cast(call), Axes(call), Keeps(call))),
        new("sum_all", "ReduceSum", call => Reductions.Sum(call, Cast(call), Axes(call), Keeps(call))),
        new("nansum", "IsNaN, Where, ReduceSum", call => Reductions.Sum(call, Known(call), Axes(call), Keeps(call))),
        Simple("mean", "ReduceMean"), Simple("prod", "ReduceProd"), Simple("prod_all", "ReduceProd"), Simple("amax", "ReduceMax"), Simple("amin", "ReduceMin"),
        Simple("max_all", "ReduceMax"), Simple("min_all", "ReduceMin"), Simple("logsumexp", "ReduceLogSumExp"),
        Extreme("max", "ReduceMax", "ArgMax"), Extreme("min", "ReduceMin", "ArgMin"),
        new("aminmax", "ReduceMin, ReduceMax", Bounds),
        Place("argmax", "ArgMax"), Place("argmin", "ArgMin"),
        new("cumsum", "CumSum", call => call.Emit("CumSum", [Cast(call), call.Graph.Integer(call.Axis("dim", call.Input))])),
        Truth("any", "ReduceMax"), Truth("all", "ReduceMin"), Truth("any_all", "ReduceMax"), Truth("all_all", "ReduceMin"),
        new("count_nonzero", "Cast, ReduceSum", call => Reductions.Sum(call, call.Cast(call.Cast(call.Input, ElementType.Bool), ElementType.Int64), Axes(call), keeps: false)),
        new("mse_loss", "Sub, Mul, ReduceMean or ReduceSum", call => Loss(call, difference => call.Join("Mul", difference, difference))),
        new("l1_loss", "Sub, Abs, ReduceMean or ReduceSum", call => Loss(call, difference => call.Map("Abs", difference))),
    ];

    private static OnnxValue Cast(NodeCall call) => call.Cast(call.Input, call.Output.Element);

    private static ImmutableArray<long> Axes(NodeCall call) => call.Axes("dim", call.Input);

    private static bool Keeps(NodeCall call) => !call.IsNone("keepdim") && call.Truth("keepdim");

    private static OnnxOperator Simple(string name, string written) =>
        new(name, written, call => Reductions.Apply(call, written, Cast(call), Axes(call), Keeps(call)));

    private static OnnxValue Known(NodeCall call)
    {
        var input = Cast(call);
        var missing = call.Emit("IsNaN", input.Type with { Element = ElementType.Bool }, [input]);
        return call.Where(missing, call.Graph.Number(0, input.Element), input);
    }

    private static OnnxOperator Extreme(string name, string reduce, string place) => new(
        name,
        $"{reduce}, {place}",
        call =>
        {
            var (input, axis) = (call.Input, call.Axis("dim", call.Input));
            return ImmutableArray.Create(
                Reductions.Apply(call, reduce, input, [axis], Keeps(call)), Reductions.Place(call, place, input, axis, Keeps(call)));
        });

    private static OnnxOutcome Bounds(NodeCall call) => ImmutableArray.Create(
        Reductions.Apply(call, "ReduceMin", call.Input, Axes(call), Keeps(call)), Reductions.Apply(call, "ReduceMax", call.Input, Axes(call), Keeps(call)));

    private static OnnxOperator Place(string name, string written) => new(
        name,
        written,
        call => call.IsNone("dim")
            ? call.Reshape(Reductions.Place(call, written, call.Reshape(call.Input, new Dimension(0, -1)), 0, keeps: false), call.Output.Shape)
            : Reductions.Place(call, written, call.Input, call.Axis("dim", call.Input), Keeps(call)));

    private static OnnxOperator Truth(string name, string written) => new(
        name,
        $"Cast, {written}",
        call =>
        {
            var number = call.Cast(call.Cast(call.Input, ElementType.Bool), ElementType.Int32);
            return call.Cast(Reductions.Apply(call, written, number, Axes(call), Keeps(call)), ElementType.Bool);
        });

    private static OnnxOutcome Loss(NodeCall call, Func<OnnxValue, OnnxValue> measure)
    {
        var losses = measure(call.Join("Sub", call.Input, call.Tensor("target")));

        // The native operators number their reductions: none, mean, sum.
        return call.Integer("reduction") switch
        {
            0 => losses,
            2 => Reductions.Sum(call, losses, Reductions.AllAxes(losses), keeps: false),
            _ => Reductions.Apply(call, "ReduceMean", losses, Reductions.AllAxes(losses), keeps: false),
        };
    }
}
