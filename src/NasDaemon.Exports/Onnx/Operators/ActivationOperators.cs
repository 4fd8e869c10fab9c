using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Exports.Onnx.Building;
using NasDaemon.Exports.Onnx.Model;

namespace NasDaemon.Exports.Onnx.Operators;

/// <summary>Activation functions and dropout.</summary>
internal static class ActivationOperators
{
    /// <summary>The operators.</summary>
    public static ImmutableArray<OnnxOperator> All { get; } =
    [
        new("relu", "Relu", call => call.Map("Relu", call.Input)),
        new("relu6", "Clip", call => Clip(call, 0, 6)),
        new("hardtanh", "Clip", call => Clip(call, call.Number("min_val"), call.Number("max_val"))),
        new("leaky_relu", "LeakyRelu", call => call.Map("LeakyRelu", call.Input, OnnxAttribute.Of("alpha", call.Number("negative_slope")))),
        new("rrelu", "LeakyRelu", RandomSlope),
        new("elu", "Elu", call => call.Map("Elu", call.Input, OnnxAttribute.Of("alpha", call.Number("alpha")))),
        new("celu", "Celu", call => call.Map("Celu", call.Input, OnnxAttribute.Of("alpha", call.Number("alpha")))),
        new("selu", "Selu", call => call.Map("Selu", call.Input)),
        new("silu", "Sigmoid, Mul", call => call.Join("Mul", call.Input, call.Map("Sigmoid", call.Input))),
        new("mish", "Softplus, Tanh, Mul", call => call.Join("Mul", call.Input, call.Map("Tanh", call.Map("Softplus", call.Input)))),
        new("gelu", "Erf or Tanh, Mul, Add", call => call.Text("approximate") == "tanh" ? ApproximateGelu(call) : Gelu(call)),
        new("hardswish", "HardSwish", call => call.Map("HardSwish", call.Input)),
        new("hardsigmoid", "HardSigmoid", call => call.Map("HardSigmoid", call.Input, OnnxAttribute.Of("alpha", 1.0 / 6), OnnxAttribute.Of("beta", 0.5))),
        new("sigmoid", "Sigmoid", call => call.Map("Sigmoid", call.Cast(call.Input, call.Output.Element))),
        new("tanh", "Tanh", call => call.Map("Tanh", call.Cast(call.Input, call.Output.Element))),
        new("softplus", "Softplus, Mul, Div, Where", Softplus),
        new("softsign", "Softsign", call => call.Map("Softsign", call.Input)),
        new("tanhshrink", "Tanh, Sub", call => call.Join("Sub", call.Input, call.Map("Tanh", call.Input))),
        new("logsigmoid", "Softplus, Neg", call => call.Map("Neg", call.Map("Softplus", call.Map("Neg", call.Input)))),
        new("hardshrink", "Shrink", call => call.Map("Shrink", call.Input, OnnxAttribute.Of("lambd", call.Number("lambd")), OnnxAttribute.Of("bias", 0.0))),
        new("softshrink", "Shrink", call => call.Map("Shrink", call.Input, OnnxAttribute.Of("lambd", call.Number("lambd")), OnnxAttribute.Of("bias", call.Number("lambd")))),
        new("threshold", "Greater, Where", call => call.Where(call.Compare("Greater", call.Input, call.Number("threshold")), call.Input, call.Operand("value", call.Input.Element))),
        new("prelu", "PRelu", ParametricRelu),
        new("glu", "Split, Sigmoid, Mul", GatedLinear),
        new("softmax", "Softmax", call => Softmax(call, "Softmax", call.Input)),
        new("log_softmax", "LogSoftmax", call => Softmax(call, "LogSoftmax", call.Input)),
        new("softmin", "Neg, Softmax", call => Softmax(call, "Softmax", call.Map("Neg", call.Input))),
        Dropout("dropout", "training"), Dropout("native_dropout", "train"), Dropout("dropout1d", "training"), Dropout("dropout2d", "training"),
        Dropout("dropout3d", "training"), Dropout("alpha_dropout", "training"), Dropout("feature_alpha_dropout", "training"),
    ];

    private static OnnxValue Clip(NodeCall call, double low, double high) => call.Emit(
        "Clip", [call.Input, call.Graph.Number(low, call.Input.Element), call.Graph.Number(high, call.Input.Element)]);

    // In evaluation the slope is the middle of its range.
    private static OnnxOutcome RandomSlope(NodeCall call) => call.Truth("training")
        ? "draws random slopes in evaluation too"
        : call.Map("LeakyRelu", call.Input, OnnxAttribute.Of("alpha", (call.Number("lower") + call.Number("upper")) / 2));

    private static OnnxValue Gelu(NodeCall call)
    {
        var erf = call.Map("Erf", call.Join("Mul", call.Input, Math.Sqrt(0.5)));
        return call.Join("Mul", call.Join("Mul", call.Input, 0.5), call.Join("Add", erf, 1));
    }

    private static OnnxValue ApproximateGelu(NodeCall call)
    {
        var cube = call.Join("Mul", call.Join("Mul", call.Input, call.Input), call.Input);
        var inner = call.Join("Mul", call.Join("Add", call.Input, call.Join("Mul", cube, 0.044715)), Math.Sqrt(2 / Math.PI));
        return call.Join("Mul", call.Join("Mul", call.Input, 0.5), call.Join("Add", call.Map("Tanh", inner), 1));
    }

    // Above its threshold it is the identity, which the rounding of 32-bit numbers hides from 20 on.
    private static OnnxOutcome Softplus(NodeCall call)
    {
        var (beta, threshold) = (call.Number("beta"), call.Number("threshold"));
        var scaled = beta == 1 ? call.Input : call.Join("Mul", call.Input, beta);
        var soft = call.Map("Softplus", scaled);
        soft = beta == 1 ? soft : call.Join("Div", soft, beta);
        return threshold >= 20 ? soft : call.Where(call.Compare("Greater", scaled, threshold), call.Input, soft);
    }

    private static OnnxOutcome ParametricRelu(NodeCall call)
    {
        var (input, weight) = (call.Input, call.Tensor("weight"));
        var slope = weight.Rank == 1 && weight.Shape[0] != 1 && input.Rank > 2
            ? call.Reshape(weight, [weight.Shape[0], .. Enumerable.Repeat<Dimension>(1, input.Rank - 2)])
            : weight;
        return call.Emit("PRelu", [input, slope]);
    }

    private static OnnxOutcome GatedLinear(NodeCall call)
    {
        var axis = call.Axis("dim", call.Input);
        var halves = call.Graph.Nodes("Split", [call.Output, call.Output], [call.Input], OnnxAttribute.Of("axis", axis));
        return call.Join("Mul", halves[0], call.Map("Sigmoid", halves[1]));
    }

    private static OnnxValue Softmax(NodeCall call, string name, OnnxValue input) => call.Map(
        name, call.Cast(input, call.Output.Element), OnnxAttribute.Of("axis", input.Rank == 0 ? 0 : call.Axis("dim", input)));

    private static OnnxOperator Dropout(string name, string training) => new(
        name,
        "nothing in evaluation",
        call => call[training] is BoolArgument { Value: true } ? "drops at random in evaluation too" : call.Input);
}
