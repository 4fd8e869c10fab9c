using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Exports.Onnx.Building;
using NasDaemon.Exports.Onnx.Model;

namespace NasDaemon.Exports.Onnx.Operators;

/// <summary>Operators that rearrange elements.</summary>
internal static class ShapeOperators
{
    /// <summary>The operators.</summary>
    public static ImmutableArray<OnnxOperator> All { get; } =
    [
        new("reshape", "Reshape", call => call.Reshape(call.Input, call.Output.Shape)),
        new("permute", "Transpose", call => call.Transpose(call.Input, call.Axes("dims", call.Input))),
        new("expand", "Expand", call => call.Expand(call.Input, call.Output.Shape)),
        new("repeat", "Reshape, Tile", Repeat),
        new("repeat_interleave", "Gather", RepeatEach),
        new("flip", "Slice", Flip),
        new("fft_fftshift", "Slice, Concat", call => call.Axes("dim", call.Input).Aggregate(call.Input, (value, axis) => Rolled(call, value, (int)axis, value.Shape[(int)axis].Constant / 2))),
        new("fft_ifftshift", "Slice, Concat", call => call.Axes("dim", call.Input).Aggregate(call.Input, (value, axis) => Rolled(call, value, (int)axis, (value.Shape[(int)axis].Constant + 1) / 2))),
        new("roll", "Slice, Concat", Roll),
        new("channel_shuffle", "Reshape, Transpose", ChannelShuffle),
        new("pixel_shuffle", "DepthToSpace", call => Images(call, image => call.Emit("DepthToSpace", call.Output with { Shape = Four(call.Output.Shape) }, [image], OnnxAttribute.Of("blocksize", call.Integer("upscale_factor")), OnnxAttribute.Of("mode", "CRD")))),
        new("pixel_unshuffle", "Reshape, Transpose", call => Images(call, image => Unshuffle(call, image))),
        new("tril", "Trilu", call => Triangle(call, isUpper: false)),
        new("triu", "Trilu", call => Triangle(call, isUpper: true)),
    ];

    private static OnnxOutcome Repeat(NodeCall call)
    {
        var repeats = call.SizesOf("repeats");
        var wide = repeats.Length == call.Input.Rank
            ? call.Input
            : call.Reshape(call.Input, [.. Enumerable.Repeat<Dimension>(1, repeats.Length - call.Input.Rank), .. call.Input.Shape]);
        return call.Emit("Tile", [wide, call.Sizes.Row(repeats)]);
    }

    private static OnnxOutcome RepeatEach(NodeCall call)
    {
        var flat = call.IsNone("dim") ? call.Reshape(call.Input, new Dimension(0, -1)) : call.Input;
        var axis = call.IsNone("dim") ? 0 : call.Axis("dim", flat);
        var size = call.IsNone("dim") ? Elements(call.Input) : call.Input.Shape[axis];
        if (!size.IsFixed)
        {
            return "repeats the samples of a batch";
        }

        var repeats = call.Integer("repeats");
        return call.Gather(flat, axis, call.Graph.Integers([size.Constant * repeats], Numbers(size.Constant * repeats).Select(place => place / repeats)));
    }

    private static Dimension Elements(OnnxValue value) => value.Shape.All(size => size.IsFixed)
        ? value.Shape.Aggregate(1L, (product, size) => product * size.Constant)
        : Dimension.Batch;

    private static IEnumerable<long> Numbers(long count) => Enumerable.Range(0, (int)count).Select(number => (long)number);

    private static OnnxOutcome Flip(NodeCall call)
    {
        var axes = call.Axes("dims", call.Input);
        return call.Emit(
            "Slice",
            [
                call.Input,
                call.Graph.Integers([.. axes.Select(_ => -1L)]),
                call.Graph.Integers([.. axes.Select(_ => long.MinValue)]),
                call.Graph.Integers(axes.AsSpan()),
                call.Graph.Integers([.. axes.Select(_ => -1L)]),
            ]);
    }

    private static OnnxOutcome Roll(NodeCall call)
    {
        var shifts = call.Integers("shifts");
        if (call.IsNone("dims") || call.SizesOf("dims").IsEmpty)
        {
            return Elements(call.Input) is { IsFixed: true } elements
                ? call.Reshape(Rolled(call, call.Reshape(call.Input, elements), 0, shifts[0]), call.Input.Shape)
                : "rolls through the samples of a batch";
        }

        var axes = call.Axes("dims", call.Input);
        return axes.Any(axis => !call.Input.Shape[(int)axis].IsFixed)
            ? "rolls the samples of a batch"
            : axes.Zip(shifts).Aggregate(call.Input, (value, step) => Rolled(call, value, (int)step.First, step.Second));
    }

    private static OnnxValue Rolled(NodeCall call, OnnxValue value, int axis, long shift)
    {
        var size = value.Shape[axis].Constant;
        var first = ((size - shift) % size + size) % size;
        return first == 0 ? value : call.Concat([call.Slice(value, axis, first, size), call.Slice(value, axis, 0, first)], axis);
    }

    private static OnnxOutcome ChannelShuffle(NodeCall call)
    {
        var (input, groups) = (call.Input, call.Integer("groups"));
        var split = call.Reshape(input, [input.Shape[0], groups, input.Shape[1].Constant / groups, .. input.Shape.Skip(2)]);
        var order = Numbers(split.Rank).ToArray();
        (order[1], order[2]) = (2, 1);
        return call.Reshape(call.Transpose(split, [.. order]), input.Shape);
    }

    private static OnnxOutcome Images(NodeCall call, Func<OnnxValue, OnnxValue> write)
    {
        var image = call.Input.Rank == 4 ? call.Input : call.Reshape(call.Input, Four(call.Input.Shape));
        var result = write(image);
        return call.Input.Rank == 4 ? result : call.Reshape(result, call.Output.Shape);
    }

    // Everything before channels, height and width is samples.
    private static ImmutableArray<Dimension> Four(ImmutableArray<Dimension> shape)
    {
        var samples = shape[..^3];
        var fixedPart = samples.Where(size => size.IsFixed).Aggregate(1L, (product, size) => product * size.Constant);
        var open = samples.Where(size => !size.IsFixed).ToArray();
        var first = open.Length == 0 ? new Dimension(0, fixedPart) : new Dimension(open[0].BatchMultiple * fixedPart, open[0].Constant * fixedPart);
        return [first, .. shape[^3..]];
    }

    private static OnnxValue Unshuffle(NodeCall call, OnnxValue image)
    {
        var (factor, shape) = (call.Integer("downscale_factor"), image.Shape);
        var split = call.Reshape(image, shape[0], shape[1], shape[2].Constant / factor, factor, shape[3].Constant / factor, factor);
        return call.Reshape(call.Transpose(split, 0, 1, 3, 5, 2, 4), Four(call.Output.Shape));
    }

    // Runtimes know triangles of numbers only.
    private static OnnxOutcome Triangle(NodeCall call, bool isUpper)
    {
        var element = call.Input.Element;
        var numbers = call.Cast(call.Input, element is ElementType.Bool or ElementType.UInt8 or ElementType.Int32 ? ElementType.Int64 : element);
        var triangle = call.Emit(
            "Trilu", numbers.Type, [numbers, call.Graph.Integer(call.Integer("diagonal"))], OnnxAttribute.Of("upper", isUpper ? 1 : 0));
        return call.Cast(triangle, element);
    }
}
