using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Exports.Onnx.Building;
using NasDaemon.Exports.Onnx.Model;

namespace NasDaemon.Exports.Onnx.Operators;

/// <summary>Recurrent layers.</summary>
internal static class RecurrentOperators
{
    /// <summary>The operators.</summary>
    public static ImmutableArray<OnnxOperator> All { get; } =
    [
        // PyTorch orders the gates input, forget, cell, output; ONNX input, output, forget, cell.
        new("lstm", "LSTM", call => Layers(call, new RecurrentKind("LSTM", [0, 3, 1, 2], null))),

        // PyTorch orders reset, update, new; ONNX update, reset, hidden.
        new("gru", "GRU", call => Layers(call, new RecurrentKind("GRU", [1, 0, 2], null))),
        new("rnn_tanh", "RNN", call => Layers(call, new RecurrentKind("RNN", [0], "Tanh"))),
        new("rnn_relu", "RNN", call => Layers(call, new RecurrentKind("RNN", [0], "Relu"))),
    ];

    private static OnnxOutcome Layers(NodeCall call, RecurrentKind kind)
    {
        var (layers, directions) = (call.Integer("num_layers"), call.Truth("bidirectional") ? 2 : 1);
        var parameters = call.Tensors("params");
        var each = call.Truth("has_biases") ? 4 : 2;
        if (parameters.Length != layers * directions * each || call.Input.Rank != 3)
        {
            return "projects its states, or is applied to a single sample";
        }

        var states = call["hx"] is ListArgument ? call.Tensors("hx") : [call.Tensor("hx")];
        var isBatchFirst = call.Truth("batch_first");
        var value = isBatchFirst ? call.Transpose(call.Input, 1, 0, 2) : call.Input;
        var ends = states.Select(_ => new List<OnnxValue>()).ToArray();
        for (var layer = 0; layer < layers; layer++)
        {
            var own = parameters.AsSpan().Slice(layer * directions * each, directions * each);
            var begin = states.Select(state => layers == 1 ? state : call.Slice(state, 0, layer * directions, (layer + 1) * directions)).ToImmutableArray();
            var outputs = new RecurrentLayer(call, kind, directions, each).Write(value, [.. own], begin);
            value = outputs[0];
            for (var state = 0; state < states.Length; state++)
            {
                ends[state].Add(outputs[state + 1]);
            }
        }

        return ImmutableArray.CreateRange([isBatchFirst ? call.Transpose(value, 1, 0, 2) : value, .. ends.Select(end => call.Concat(end, 0))]);
    }
}
