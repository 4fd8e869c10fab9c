using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Exports.Onnx.Building;
using NasDaemon.Exports.Onnx.Model;

namespace NasDaemon.Exports.Onnx.Operators;

/// <summary>Convolutions.</summary>
internal static class ConvolutionOperators
{
    /// <summary>The operators.</summary>
    public static ImmutableArray<OnnxOperator> All { get; } =
    [
        Plain(1), Plain(2), Plain(3), Transposed(1), Transposed(2), Transposed(3),
    ];

    private static OnnxOperator Plain(int spatial) => new(
        $"conv{spatial}d", "Conv", call => Batches.Apply(call, call.Input, spatial, (input, type) => Convolve(call, spatial, input, type)));

    private static OnnxOperator Transposed(int spatial) => new(
        $"conv_transpose{spatial}d", "ConvTranspose", call => Batches.Apply(call, call.Input, spatial, (input, type) => Spread(call, spatial, input, type)));

    private static OnnxValue Convolve(NodeCall call, int spatial, OnnxValue input, TensorType type)
    {
        var weight = call.Tensor("weight");
        var dilation = Repeated.Of(call.Integers("dilation"), spatial);
        return call.Emit(
            "Conv",
            type,
            [input, weight, call.Optional("bias")],
            OnnxAttribute.Of("kernel_shape", Kernel(weight)),
            OnnxAttribute.Of("strides", Repeated.Of(call.Integers("stride"), spatial)),
            OnnxAttribute.Of("dilations", dilation),
            OnnxAttribute.Of("group", call.Integer("groups")),
            OnnxAttribute.Of("pads", Pads(call, Kernel(weight), dilation)));
    }

    private static OnnxValue Spread(NodeCall call, int spatial, OnnxValue input, TensorType type)
    {
        var weight = call.Tensor("weight");
        var padding = Repeated.Of(call.Integers("padding"), spatial);
        return call.Emit(
            "ConvTranspose",
            type,
            [input, weight, call.Optional("bias")],
            OnnxAttribute.Of("kernel_shape", Kernel(weight)),
            OnnxAttribute.Of("strides", Repeated.Of(call.Integers("stride"), spatial)),
            OnnxAttribute.Of("dilations", Repeated.Of(call.Integers("dilation"), spatial)),
            OnnxAttribute.Of("group", call.Integer("groups")),
            OnnxAttribute.Of("output_padding", Repeated.Of(call.Integers("output_padding"), spatial)),
            OnnxAttribute.Of("pads", [.. padding, .. padding]));
    }

    private static ImmutableArray<long> Kernel(OnnxValue weight) => [.. weight.Shape.Skip(2).Select(size => size.Constant)];

    private static ImmutableArray<long> Pads(NodeCall call, ImmutableArray<long> kernel, ImmutableArray<long> dilation)
    {
        if (call["padding"] is not TextArgument { Value: var named })
        {
            var padding = Repeated.Of(call.Integers("padding"), kernel.Length);
            return [.. padding, .. padding];
        }

        var totals = kernel.Select((size, axis) => named == "same" ? dilation[axis] * (size - 1) : 0).ToArray();
        return [.. totals.Select(total => total / 2), .. totals.Select(total => total - (total / 2))];
    }
}
