using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Exports.Onnx.Building;
using NasDaemon.Exports.Onnx.Model;

namespace NasDaemon.Exports.Onnx.Operators;

/// <summary>Interpolation and sampling from grids.</summary>
internal static class ResizingOperators
{
    /// <summary>The operators.</summary>
    public static ImmutableArray<OnnxOperator> All { get; } =
    [
        Nearest("upsample_nearest1d"), Nearest("upsample_nearest2d"), Nearest("upsample_nearest3d"),
        Exact("_upsample_nearest_exact1d"), Exact("_upsample_nearest_exact2d"), Exact("_upsample_nearest_exact3d"),
        Smooth("upsample_linear1d", "linear"), Smooth("upsample_bilinear2d", "linear"), Smooth("upsample_trilinear3d", "linear"),
        Smooth("upsample_bicubic2d", "cubic"),
        new("grid_sample", "GridSample", Sample),
        new("affine_grid", "MatMul, Reshape", Grid),
    ];

    private static OnnxOperator Nearest(string name) => new(name, "Resize", call => Resize(
        call, "nearest", OnnxAttribute.Of("coordinate_transformation_mode", "asymmetric"), OnnxAttribute.Of("nearest_mode", "floor")));

    private static OnnxOperator Exact(string name) => new(name, "Resize", call => Resize(
        call, "nearest", OnnxAttribute.Of("coordinate_transformation_mode", "half_pixel"), OnnxAttribute.Of("nearest_mode", "round_prefer_ceil")));

    private static OnnxOperator Smooth(string name, string mode) => new(name, "Resize", call => Resize(
        call,
        mode,
        OnnxAttribute.Of("coordinate_transformation_mode", call.Truth("align_corners") ? "align_corners" : "half_pixel"),
        OnnxAttribute.Of("cubic_coeff_a", -0.75)));

    // Where the source gives factors, their exact values place the samples; else the sizes do.
    private static OnnxOutcome Resize(NodeCall call, string mode, params OnnxAttribute[] attributes)
    {
        OnnxAttribute[] all = [OnnxAttribute.Of("mode", mode), .. attributes];
        if (call.IsNone("scale_factors"))
        {
            return call.Emit("Resize", [call.Input, null, null, call.Sizes.Row(call.Output.Shape)], all);
        }

        var factors = ((ListArgument)call["scale_factors"]).Items.Select(item => item is FloatArgument number ? number.Value : ((IntArgument)item).Value.Constant);
        var scales = call.Graph.Numbers([call.Input.Rank], [1, 1, .. factors], ElementType.Float32);
        return call.Emit("Resize", [call.Input, null, scales], all);
    }

    private static OnnxOutcome Sample(NodeCall call)
    {
        if (call.Input.Rank != 4)
        {
            return "samples from volumes";
        }

        // PyTorch's native operator numbers its modes.
        var mode = Named(call, "mode", ["bilinear", "nearest", "bicubic"]);
        var padding = Named(call, "padding_mode", ["zeros", "border", "reflection"]);
        return call.Emit(
            "GridSample",
            [call.Input, call.Tensor("grid")],
            OnnxAttribute.Of("mode", mode),
            OnnxAttribute.Of("padding_mode", padding),
            OnnxAttribute.Of("align_corners", call.Truth("align_corners") ? 1 : 0));
    }

    private static string Named(NodeCall call, string name, string[] names) => call[name] is TextArgument text ? text.Value : names[call.Integer(name)];

    private static OnnxOutcome Grid(NodeCall call)
    {
        var (theta, shape) = (call.Tensor("theta"), call.Output.Shape);
        if (shape.Length != 4)
        {
            return "spans volumes";
        }

        var (height, width) = (shape[1].Constant, shape[2].Constant);
        var isAligned = call.Truth("align_corners");
        var places = Enumerable.Range(0, (int)(height * width)).SelectMany(place =>
            new[] { Place(place % width, width, isAligned), Place(place / width, height, isAligned), 1.0 });
        var grid = call.Graph.Numbers([height * width, 3], places, theta.Element);
        var turned = call.Transpose(theta, 0, 2, 1);
        var product = call.Emit("MatMul", theta.Type with { Shape = [shape[0], height * width, 2] }, [grid, turned]);
        return call.Reshape(product, shape);
    }

    private static double Place(long index, long size, bool isAligned) =>
        size == 1 ? 0 : isAligned ? -1 + (2.0 * index / (size - 1)) : -1 + (((2.0 * index) + 1) / size);
}
