using System.Collections.Immutable;
using NasDaemon.Exports.Onnx.Building;

namespace NasDaemon.Exports.Onnx.Operators;

/// <summary>Variances and standard deviations.</summary>
internal static class StatisticOperators
{
    private const string Written = "ReduceMean, Sub, Mul, ReduceSum, Div";

    /// <summary>The operators.</summary>
    public static ImmutableArray<OnnxOperator> All { get; } =
    [
        new("var", Written, call => Spread(call, isRoot: false, withMean: false)),
        new("std", Written + ", Sqrt", call => Spread(call, isRoot: true, withMean: false)),
        new("var_mean", Written, call => Spread(call, isRoot: false, withMean: true)),
        new("std_mean", Written + ", Sqrt", call => Spread(call, isRoot: true, withMean: true)),
    ];

    private static OnnxOutcome Spread(NodeCall call, bool isRoot, bool withMean)
    {
        var input = call.Input;
        var axes = call.Axes("dim", input);
        var keeps = !call.IsNone("keepdim") && call.Truth("keepdim");
        var sizes = axes.Select(axis => input.Shape[(int)axis]).ToArray();
        if (sizes.Any(size => !size.IsFixed))
        {
            return "counts the samples of a batch";
        }

        var count = sizes.Aggregate(1L, (product, size) => product * size.Constant) - Correction(call);
        var centred = call.Join("Sub", input, Reductions.Apply(call, "ReduceMean", input, axes, keeps: true));
        var variance = call.Join("Div", Reductions.Sum(call, call.Join("Mul", centred, centred), axes, keeps), count);
        var result = isRoot ? call.Map("Sqrt", variance) : variance;
        return withMean ? ImmutableArray.Create(result, Reductions.Apply(call, "ReduceMean", input, axes, keeps)) : result;
    }

    private static double Correction(NodeCall call) => call.Truth("unbiased") ? 1 : 0;
}
