using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Exports.Onnx.Building;
using NasDaemon.Exports.Onnx.Model;

namespace NasDaemon.Exports.Onnx.Operators;

/// <summary>Normalisations.</summary>
internal static class NormalisationOperators
{
    /// <summary>The operators.</summary>
    public static ImmutableArray<OnnxOperator> All { get; } =
    [
        new("batch_norm", "BatchNormalization, or ReduceMean, Sub, Mul, Sqrt, Div without running statistics", call => Running(call, "training")),
        new("instance_norm", "InstanceNormalization or BatchNormalization", Instance),
        new("layer_norm", "LayerNormalization", Layer),
        new("group_norm", "Reshape, InstanceNormalization, Mul, Add", Group),
    ];

    private static OnnxOutcome Running(NodeCall call, string training)
    {
        var input = call.Input;
        if (call.Truth(training) || call.IsNone("running_mean"))
        {
            var axes = Enumerable.Range(0, input.Rank).Where(axis => axis != 1).Select(axis => (long)axis).ToImmutableArray();
            return Scaled(call, ByStatistics(call, input, axes));
        }

        return call.Emit(
            "BatchNormalization",
            [input, Weight(call, input, 1, input.Shape[1]), Bias(call, input, 0, input.Shape[1]), call.Tensor("running_mean"), call.Tensor("running_var")],
            OnnxAttribute.Of("epsilon", call.Number("eps")));
    }

    private static OnnxOutcome Instance(NodeCall call)
    {
        var input = call.Input;
        return call["use_input_stats"] is not BoolArgument { Value: true } && !call.IsNone("running_mean")
            ? Running(call, "use_input_stats")
            : call.Emit(
                "InstanceNormalization",
                [input, Weight(call, input, 1, input.Shape[1]), Bias(call, input, 0, input.Shape[1])],
                OnnxAttribute.Of("epsilon", call.Number("eps")));
    }

    private static OnnxOutcome Layer(NodeCall call)
    {
        var (input, shape) = (call.Input, call.SizesOf("normalized_shape"));
        var weight = call.Optional("weight")
            ?? call.Graph.Numbers([.. shape.Select(size => size.Constant)], Enumerable.Repeat(1.0, (int)shape.Aggregate(1L, (product, size) => product * size.Constant)), input.Element);
        return call.Emit(
            "LayerNormalization",
            [input, weight, call.Optional("bias")],
            OnnxAttribute.Of("axis", -shape.Length),
            OnnxAttribute.Of("epsilon", call.Number("eps")));
    }

    private static OnnxOutcome Group(NodeCall call)
    {
        var (input, groups) = (call.Input, call.Integer("num_groups"));
        var elements = input.Shape.Skip(1).Aggregate(1L, (product, size) => product * size.Constant);
        var grouped = call.Reshape(input, input.Shape[0], groups, elements / groups);
        var even = call.Graph.Numbers([groups], Enumerable.Repeat(1.0, (int)groups), input.Element);
        var none = call.Graph.Numbers([groups], Enumerable.Repeat(0.0, (int)groups), input.Element);
        var normal = call.Emit("InstanceNormalization", grouped.Type, [grouped, even, none], OnnxAttribute.Of("epsilon", call.Number("eps")));
        return Scaled(call, call.Reshape(normal, input.Shape));
    }

    private static OnnxValue ByStatistics(NodeCall call, OnnxValue input, ImmutableArray<long> axes)
    {
        var centred = call.Join("Sub", input, Mean(call, input, axes));
        var variance = Mean(call, call.Join("Mul", centred, centred), axes);
        return call.Join("Div", centred, call.Map("Sqrt", call.Join("Add", variance, call.Number("eps"))));
    }

    private static OnnxValue Mean(NodeCall call, OnnxValue value, ImmutableArray<long> axes)
    {
        var shape = value.Shape.Select((size, axis) => axes.Contains(axis) ? 1 : size);
        return call.Emit("ReduceMean", value.Type with { Shape = [.. shape] }, [value], OnnxAttribute.Of("axes", axes), OnnxAttribute.Of("keepdims", 1));
    }

    private static OnnxValue Scaled(NodeCall call, OnnxValue value)
    {
        value = call.Optional("weight") is { } weight ? call.Join("Mul", value, Channels(call, weight, value)) : value;
        return call.Optional("bias") is { } bias ? call.Join("Add", value, Channels(call, bias, value)) : value;
    }

    private static OnnxValue Channels(NodeCall call, OnnxValue value, OnnxValue of) =>
        of.Rank == 2 ? value : call.Reshape(value, [value.Shape[0], .. Enumerable.Repeat<Dimension>(1, of.Rank - 2)]);

    private static OnnxValue Weight(NodeCall call, OnnxValue input, double otherwise, Dimension channels) =>
        call.Optional("weight") ?? call.Graph.Numbers([channels.Constant], Enumerable.Repeat(otherwise, (int)channels.Constant), input.Element);

    private static OnnxValue Bias(NodeCall call, OnnxValue input, double otherwise, Dimension channels) =>
        call.Optional("bias") ?? call.Graph.Numbers([channels.Constant], Enumerable.Repeat(otherwise, (int)channels.Constant), input.Element);
}
