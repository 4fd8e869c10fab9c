using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Exports.Onnx.Building;
using NasDaemon.Exports.Onnx.Model;

namespace NasDaemon.Exports.Onnx.Operators;

/// <summary>The window of a pooling operator.</summary>
/// <param name="Kernel">Its size.</param>
/// <param name="Stride">How far it moves.</param>
/// <param name="Padding">How far it may stand out on either side.</param>
/// <param name="Dilation">How far its samples are apart.</param>
internal sealed record PoolingWindow(
    ImmutableArray<long> Kernel, ImmutableArray<long> Stride, ImmutableArray<long> Padding, ImmutableArray<long> Dilation)
{
    /// <summary>Reads the window of an operator.</summary>
    /// <param name="call">The operator's application.</param>
    /// <param name="spatial">How many dimensions it pools.</param>
    /// <returns>The window.</returns>
    public static PoolingWindow Of(NodeCall call, int spatial)
    {
        var kernel = Repeated.Of(call.Integers("kernel_size"), spatial);
        var stride = call.IsNone("stride") || call.Integers("stride").IsEmpty ? kernel : Repeated.Of(call.Integers("stride"), spatial);
        var dilation = call.IsNone("dilation") ? [1] : call.Integers("dilation");
        return new PoolingWindow(kernel, stride, Repeated.Of(call.Integers("padding"), spatial), Repeated.Of(dilation, spatial));
    }

    /// <summary>Whether the last window stands out further than the padding reaches.</summary>
    /// <param name="input">What is pooled.</param>
    /// <param name="output">What comes out.</param>
    /// <returns>True where the output's size was rounded up.</returns>
    public bool RoundsUp(TensorType input, TensorType output) => Ends(input, output).Where((end, axis) => end > Padding[axis]).Any();

    /// <summary>The attributes that state the window, its padding such that the output has the size that PyTorch gives it.</summary>
    /// <param name="input">What is pooled.</param>
    /// <param name="output">What comes out.</param>
    /// <returns>The attributes.</returns>
    public ImmutableArray<OnnxAttribute> Attributes(TensorType input, TensorType output) =>
    [
        OnnxAttribute.Of("kernel_shape", Kernel),
        OnnxAttribute.Of("strides", Stride),
        OnnxAttribute.Of("pads", [.. Padding, .. Ends(input, output)]),
    ];

    private IEnumerable<long> Ends(TensorType input, TensorType output) => Kernel.Select((size, axis) =>
    {
        var reach = ((output.Shape[axis + 2].Constant - 1) * Stride[axis]) + (Dilation[axis] * (size - 1)) + 1;
        var needed = reach - input.Shape[axis + 2].Constant - Padding[axis];
        return Math.Max(needed, Math.Min(Padding[axis], needed + Stride[axis] - 1));
    }).Select(end => Math.Max(0, end));
}
