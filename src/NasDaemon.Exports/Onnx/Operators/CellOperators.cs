using System.Collections.Immutable;
using NasDaemon.Exports.Onnx.Building;
using NasDaemon.Exports.Onnx.Model;

namespace NasDaemon.Exports.Onnx.Operators;

/// <summary>Single steps of recurrent layers.</summary>
internal static class CellOperators
{
    /// <summary>The operators.</summary>
    public static ImmutableArray<OnnxOperator> All { get; } =
    [
        new("lstm_cell", "Gemm, Add, Split, Sigmoid, Tanh, Mul", LongShortTerm),
        new("gru_cell", "Gemm, Split, Sigmoid, Tanh, Add, Sub, Mul", Gated),
        new("rnn_tanh_cell", "Gemm, Add, Tanh", call => Plain(call, "Tanh")),
        new("rnn_relu_cell", "Gemm, Add, Relu", call => Plain(call, "Relu")),
    ];

    private static OnnxOutcome LongShortTerm(NodeCall call)
    {
        var states = call.Tensors("hx");
        var gates = Split(call, call.Join("Add", Product(call, call.Input, "w_ih", "b_ih"), Product(call, states[0], "w_hh", "b_hh")), 4);
        var kept = call.Join("Mul", call.Map("Sigmoid", gates[1]), states[1]);
        var added = call.Join("Mul", call.Map("Sigmoid", gates[0]), call.Map("Tanh", gates[2]));
        var cell = call.Join("Add", kept, added);
        return ImmutableArray.Create(call.Join("Mul", call.Map("Sigmoid", gates[3]), call.Map("Tanh", cell)), cell);
    }

    private static OnnxOutcome Gated(NodeCall call)
    {
        var state = call.Tensor("hx");
        var fromInput = Split(call, Product(call, call.Input, "w_ih", "b_ih"), 3);
        var fromState = Split(call, Product(call, state, "w_hh", "b_hh"), 3);
        var reset = call.Map("Sigmoid", call.Join("Add", fromInput[0], fromState[0]));
        var update = call.Map("Sigmoid", call.Join("Add", fromInput[1], fromState[1]));
        var candidate = call.Map("Tanh", call.Join("Add", fromInput[2], call.Join("Mul", reset, fromState[2])));
        return call.Join("Add", candidate, call.Join("Mul", update, call.Join("Sub", state, candidate)));
    }

    private static OnnxOutcome Plain(NodeCall call, string activation) => call.Map(
        activation, call.Join("Add", Product(call, call.Input, "w_ih", "b_ih"), Product(call, call.Tensor("hx"), "w_hh", "b_hh")));

    private static OnnxValue Product(NodeCall call, OnnxValue value, string weight, string bias)
    {
        var matrix = call.Tensor(weight);
        return call.Emit(
            "Gemm", value.Type with { Shape = [value.Shape[0], matrix.Shape[0]] }, [value, matrix, call.Optional(bias)], OnnxAttribute.Of("transB", 1));
    }

    private static ImmutableArray<OnnxValue> Split(NodeCall call, OnnxValue value, int count)
    {
        var part = value.Type with { Shape = [value.Shape[0], value.Shape[1].Constant / count] };
        return call.Graph.Nodes("Split", [.. Enumerable.Repeat(part, count)], [value], OnnxAttribute.Of("axis", 1));
    }
}
