using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Exports.Onnx.Building;
using NasDaemon.Exports.Onnx.Model;

namespace NasDaemon.Exports.Onnx.Operators;

/// <summary>Parts of tensors.</summary>
internal static class PartOperators
{
    /// <summary>The operators.</summary>
    public static ImmutableArray<OnnxOperator> All { get; } =
    [
        new("select", "Gather", Select),
        new("slice", "Slice", Slice),
        new("unbind", "Gather", Unbind),
        new("split_with_sizes", "Split", Split),
        new("diagonal", "Transpose, Reshape, Gather", Diagonal),
        new("trace", "Reshape, Gather, ReduceSum", Trace),
        new("as_strided", "Reshape, Gather", Strided),
        new("unfold_dim", "Gather, Transpose", Unfold),
    ];

    private static OnnxOutcome Select(NodeCall call)
    {
        var axis = call.Axis("dim", call.Input);
        return call.Gather(call.Input, axis, call.Sizes.Scalar(call.Size("index")));
    }

    private static OnnxOutcome Slice(NodeCall call)
    {
        var axis = call.Axis("dim", call.Input);
        var end = call.IsNone("end") ? call.Input.Shape[axis] : call.Size("end");
        return call.Slice(call.Input, axis, call.IsNone("start") ? 0 : call.Size("start"), end, call.Integer("step"));
    }

    private static OnnxOutcome Unbind(NodeCall call)
    {
        var axis = call.Axis("dim", call.Input);
        return Enumerable.Range(0, call.Outputs.Length).Select(place => call.Gather(call.Input, axis, call.Graph.Integer(place))).ToImmutableArray();
    }

    private static OnnxOutcome Split(NodeCall call) => call.Graph.Nodes(
        "Split",
        [.. call.Outputs],
        [call.Input, call.Sizes.Row(call.SizesOf("split_sizes"))],
        OnnxAttribute.Of("axis", call.Axis("dim", call.Input)));

    private static OnnxOutcome Diagonal(NodeCall call)
    {
        var (input, offset) = (call.Input, call.Integer("offset"));
        var (rows, columns) = (call.Axis("dim1", input), call.Axis("dim2", input));
        if (!input.Shape[rows].IsFixed || !input.Shape[columns].IsFixed)
        {
            return "goes through the samples of a batch";
        }

        var rest = Enumerable.Range(0, input.Rank).Where(axis => axis != rows && axis != columns).Select(axis => (long)axis);
        var turned = call.Transpose(input, [.. rest, rows, columns]);
        var (height, width) = (turned.Shape[^2].Constant, turned.Shape[^1].Constant);
        var flat = call.Reshape(turned, [.. turned.Shape[..^2], height * width]);
        return call.Gather(flat, flat.Rank - 1, Places(call, height, width, offset));
    }

    private static OnnxOutcome Trace(NodeCall call)
    {
        var (height, width) = (call.Input.Shape[0], call.Input.Shape[1]);
        if (!height.IsFixed || !width.IsFixed)
        {
            return "goes through the samples of a batch";
        }

        var flat = call.Reshape(call.Cast(call.Input, call.Output.Element), height.Constant * width.Constant);
        return Reductions.Sum(call, call.Gather(flat, 0, Places(call, height.Constant, width.Constant, 0)), [0], keeps: false);
    }

    private static OnnxValue Places(NodeCall call, long height, long width, long offset)
    {
        var places = new List<long>();
        for (var (row, column) = (Math.Max(0, -offset), Math.Max(0, offset)); row < height && column < width; row++, column++)
        {
            places.Add((row * width) + column);
        }

        return call.Graph.Integers([places.Count], places);
    }

    private static OnnxOutcome Strided(NodeCall call)
    {
        if (call.Input.Shape.Concat(call.Output.Shape).Any(size => !size.IsFixed))
        {
            return "steps through the samples of a batch";
        }

        var places = new List<long> { call.IsNone("storage_offset") ? 0 : call.Integer("storage_offset") };
        foreach (var (size, stride) in call.Integers("size").Zip(call.Integers("stride")))
        {
            places = [.. places.SelectMany(start => Enumerable.Range(0, (int)size).Select(step => start + (step * stride)))];
        }

        return call.Gather(call.Reshape(call.Input, new Dimension(0, -1)), 0, call.Graph.Integers([.. call.Integers("size")], places));
    }

    private static OnnxOutcome Unfold(NodeCall call)
    {
        var (input, size, step) = (call.Input, call.Integer("size"), call.Integer("step"));
        var axis = call.Axis("dimension", input);
        if (!input.Shape[axis].IsFixed)
        {
            return "goes through the samples of a batch";
        }

        var windows = call.Output.Shape[axis].Constant;
        var places = Enumerable.Range(0, (int)windows).SelectMany(window => Enumerable.Range(0, (int)size).Select(place => (window * step) + place));
        var gathered = call.Gather(input, axis, call.Graph.Integers([windows, size], places));
        var order = Enumerable.Range(0, gathered.Rank).Where(index => index != axis + 1).Select(index => (long)index);
        return call.Transpose(gathered, [.. order, axis + 1]);
    }
}
