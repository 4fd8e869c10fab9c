using System.Collections.Immutable;
using System.Globalization;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Exports.Onnx.Building;
using NasDaemon.Exports.Onnx.Model;

namespace NasDaemon.Exports.Onnx.Operators;

/// <summary>Operators that put tensors together or around others.</summary>
internal static class JoiningOperators
{
    /// <summary>The operators.</summary>
    public static ImmutableArray<OnnxOperator> All { get; } =
    [
        new("cat", "Concat", Concatenate),
        new("stack", "Unsqueeze, Concat", Stack),
        new("pad", "Pad, Slice, Concat", Pad),
        new("diag_embed", "Unsqueeze, Where", DiagonalEmbedding),
    ];

    private static OnnxOutcome Concatenate(NodeCall call)
    {
        // PyTorch passes over empty vectors, whatever the others' shape is.
        var tensors = call.Tensors("tensors").Select(tensor => call.Cast(tensor, call.Output.Element)).Where(tensor => tensor.Rank == call.Output.Shape.Length);
        var dim = call.Integer("dim");
        return call.Concat([.. tensors], (int)(dim < 0 ? dim + call.Output.Shape.Length : dim));
    }

    private static OnnxOutcome Stack(NodeCall call)
    {
        var dim = call.Integer("dim");
        var axis = (int)(dim < 0 ? dim + call.Output.Shape.Length : dim);
        return call.Concat([.. call.Tensors("tensors").Select(tensor => call.Unsqueeze(call.Cast(tensor, call.Output.Element), axis))], axis);
    }

    // PyTorch lists pairs from the last dimension backwards, ONNX all the beginnings first.
    private static OnnxOutcome Pad(NodeCall call)
    {
        var (input, pairs) = (call.Input, call.Integers("pad"));
        var (before, after) = (new long[input.Rank], new long[input.Rank]);
        for (var pair = 0; pair < pairs.Length / 2; pair++)
        {
            (before[input.Rank - 1 - pair], after[input.Rank - 1 - pair]) = (pairs[2 * pair], pairs[(2 * pair) + 1]);
        }

        return call.Text("mode") switch
        {
            "circular" => Circular(call, input, before, after),
            "constant" => call.Emit(
                "Pad",
                [input, call.Graph.Integers([.. before, .. after]), call.Graph.Number(call.IsNone("value") ? 0 : call.Number("value"), input.Element)]),
            "reflect" => call.Emit("Pad", [input, call.Graph.Integers([.. before, .. after])], OnnxAttribute.Of("mode", "reflect")),
            "replicate" => call.Emit("Pad", [input, call.Graph.Integers([.. before, .. after])], OnnxAttribute.Of("mode", "edge")),
            var other => $"pads in the mode '{other}'",
        };
    }

    private static OnnxOutcome Circular(NodeCall call, OnnxValue input, long[] before, long[] after)
    {
        for (var axis = 0; axis < input.Rank; axis++)
        {
            if (before[axis] == 0 && after[axis] == 0)
            {
                continue;
            }

            if (!input.Shape[axis].IsFixed || before[axis] < 0 || after[axis] < 0)
            {
                return $"pads dimension {axis.ToString(CultureInfo.InvariantCulture)} in a circle";
            }

            var size = input.Shape[axis].Constant;
            var places = Enumerable.Range(0, (int)(before[axis] + size + after[axis])).Select(place => (place + size - (before[axis] % size)) % size);
            input = call.Gather(input, axis, call.Graph.Integers([size + before[axis] + after[axis]], places));
        }

        return input;
    }

    private static OnnxOutcome DiagonalEmbedding(NodeCall call)
    {
        var (input, offset, output) = (call.Input, call.Integer("offset"), call.Output);
        var rank = output.Shape.Length;
        if ((call.Integer("dim1"), call.Integer("dim2")) is not ((-2, -1)) && (call.Integer("dim1"), call.Integer("dim2")) != (rank - 2, rank - 1))
        {
            return "puts a diagonal elsewhere than into the last two dimensions";
        }

        // Each element comes to stand in its row; the offset leaves rows before or columns before free.
        var size = output.Shape[^1].Constant;
        var count = input.Shape[^1].Constant;
        var places = Enumerable.Range(0, (int)size).Select(row => Math.Clamp(row + Math.Min(0, offset), 0, count - 1));
        var rows = call.Unsqueeze(call.Gather(input, input.Rank - 1, call.Graph.Integers([size], places)), input.Rank);
        var mask = Enumerable.Range(0, (int)(size * size)).Select(place => (place % size) - (place / size) == offset ? 1.0 : 0.0);
        return call.Emit(
            "Where", [call.Graph.Numbers([size, size], mask, ElementType.Bool), rows, call.Graph.Number(0, input.Element)]);
    }
}
