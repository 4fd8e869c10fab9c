using System.Collections.Immutable;
using NasDaemon.Exports.Onnx.Building;
using NasDaemon.Exports.Onnx.Model;

namespace NasDaemon.Exports.Onnx.Operators;

/// <summary>Windows of images as columns, and back.</summary>
internal static class WindowOperators
{
    /// <summary>The operators.</summary>
    public static ImmutableArray<OnnxOperator> All { get; } =
    [
        new("unfold", "Pad, Gather, Transpose, Reshape", call => call.Input.Rank == 4 ? Columns(call) : "is applied to a single sample"),
        new("fold", "Reshape, ConvTranspose", call => call.Input.Rank == 3 ? Image(call) : "is applied to a single sample"),
    ];

    private static OnnxOutcome Columns(NodeCall call)
    {
        var (kernel, stride, padding, dilation) = (Pair(call, "kernel_size"), Pair(call, "stride"), Pair(call, "padding"), Pair(call, "dilation"));
        var shape = call.Input.Shape;
        var padded = shape.SetItem(2, shape[2].Constant + (2 * padding[0])).SetItem(3, shape[3].Constant + (2 * padding[1]));
        var image = padding.All(size => size == 0)
            ? call.Input
            : call.Emit("Pad", call.Input.Type with { Shape = padded }, [call.Input, call.Graph.Integers(0, 0, padding[0], padding[1], 0, 0, padding[0], padding[1])]);
        var windows = Enumerable.Range(0, 2).Select(axis => Count(padded[axis + 2].Constant, kernel[axis], stride[axis], dilation[axis])).ToArray();
        image = call.Gather(image, 2, Places(call, kernel[0], windows[0], stride[0], dilation[0]));
        image = call.Gather(image, 4, Places(call, kernel[1], windows[1], stride[1], dilation[1]));
        return call.Reshape(call.Transpose(image, 0, 1, 2, 4, 3, 5), call.Output.Shape);
    }

    // Adding up overlapping windows is what a transposed convolution does whose kernel puts each row of a window into its place.
    private static OnnxOutcome Image(NodeCall call)
    {
        var (kernel, stride, padding, dilation) = (Pair(call, "kernel_size"), Pair(call, "stride"), Pair(call, "padding"), Pair(call, "dilation"));
        var size = Pair(call, "output_size");
        var channels = call.Output.Shape[1].Constant;
        var windows = Enumerable.Range(0, 2).Select(axis => Count(size[axis] + (2 * padding[axis]), kernel[axis], stride[axis], dilation[axis])).ToArray();
        var places = kernel[0] * kernel[1];
        var weight = Enumerable.Range(0, (int)(channels * places * places)).Select(index => index / places % places == index % places ? 1.0 : 0.0);
        var rest = Enumerable.Range(0, 2).Select(axis =>
            size[axis] + (2 * padding[axis]) - (((windows[axis] - 1) * stride[axis]) + (dilation[axis] * (kernel[axis] - 1)) + 1));
        return call.Emit(
            "ConvTranspose",
            [
                call.Reshape(call.Input, call.Input.Shape[0], channels * places, windows[0], windows[1]),
                call.Graph.Numbers([channels * places, 1, kernel[0], kernel[1]], weight, call.Input.Element),
            ],
            OnnxAttribute.Of("kernel_shape", kernel),
            OnnxAttribute.Of("strides", stride),
            OnnxAttribute.Of("dilations", dilation),
            OnnxAttribute.Of("group", channels),
            OnnxAttribute.Of("output_padding", rest),
            OnnxAttribute.Of("pads", [.. padding, .. padding]));
    }

    private static ImmutableArray<long> Pair(NodeCall call, string name) => Repeated.Of(call.Integers(name), 2);

    private static long Count(long size, long kernel, long stride, long dilation) => ((size - (dilation * (kernel - 1)) - 1) / stride) + 1;

    private static OnnxValue Places(NodeCall call, long kernel, long windows, long stride, long dilation) => call.Graph.Integers(
        [kernel, windows],
        Enumerable.Range(0, (int)kernel).SelectMany(place => Enumerable.Range(0, (int)windows).Select(window => (place * dilation) + (window * stride))));
}
