using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Modules;

/// <summary>The <c>forward</c> of convolutions.</summary>
internal static class ConvolutionForward
{
    private static readonly string[] Paths = ["torch.nn.functional.conv1d", "torch.nn.functional.conv2d", "torch.nn.functional.conv3d"];

    /// <summary>A convolution; other paddings than zeros go before it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="spatial">How many spatial dimensions it has.</param>
    /// <returns>The result.</returns>
    public static CallResult Plain(ModuleCall call, int spatial)
    {
        var path = Paths[spatial - 1];
        var (weight, bias) = (call.Attribute("weight"), call.Attribute("bias"));
        if (call.Attribute("padding_mode") is not TextValue { Value: not "zeros" } mode)
        {
            return call.Call(
                path, [], call.Input, weight, bias, call.Attribute("stride"), call.Attribute("padding"), call.Attribute("dilation"), call.Attribute("groups"));
        }

        var steps = new Composition(call.Scope);
        var padded = steps.Call("torch.nn.functional.pad", call.Input, Reversed(call, spatial), mode);
        return steps.Result(steps.Call(
            path, padded, weight, bias, call.Attribute("stride"), new IntegerValue(0), call.Attribute("dilation"), call.Attribute("groups")));
    }

    /// <summary>A transposed convolution.</summary>
    /// <param name="call">The call.</param>
    /// <param name="spatial">How many spatial dimensions it has.</param>
    /// <returns>The result.</returns>
    public static CallResult Transposed(ModuleCall call, int spatial)
    {
        if (OutputPadding(call, spatial, out var padding) is { } error)
        {
            return error;
        }

        return call.Call(
            $"torch.nn.functional.conv_transpose{spatial}d",
            [],
            call.Input,
            call.Attribute("weight"),
            call.Attribute("bias"),
            call.Attribute("stride"),
            call.Attribute("padding"),
            padding,
            call.Attribute("groups"),
            call.Attribute("dilation"));
    }

    private static OperatorError? OutputPadding(ModuleCall call, int spatial, out Value padding)
    {
        padding = call.Attribute("output_padding");
        if (call["output_size"] is NoneValue || call.Input is not TensorValue input || input.Shape.Length <= spatial)
        {
            return null;
        }

        var wanted = (Sequences.Items(call["output_size"]) ?? [call["output_size"]]).OfType<IntegerValue>().Select(size => size.Traced).ToArray();
        var others = input.Shape.Length - spatial;
        wanted = wanted.Length == others + spatial ? wanted[others..] : wanted;
        if (wanted.Length != spatial)
        {
            return OperatorError.Value(
                $"ConvTranspose{spatial}D: for {input.Shape.Length}D input, output_size must have {spatial} or {others + spatial} elements (got {wanted.Length})");
        }

        long[] Sizes(string name) => [.. Sequences.Items(call.Attribute(name))!.Select(item => (long)Numbers.ToDouble(item))];
        var (stride, border, kernel, dilation) = (Sizes("stride"), Sizes("padding"), Sizes("kernel_size"), Sizes("dilation"));
        var least = Enumerable.Range(0, spatial).Select(axis =>
            ((input.Shape[others + axis].Traced() - 1) * stride[axis]) - (2 * border[axis]) + (dilation[axis] * (kernel[axis] - 1)) + 1).ToArray();
        var most = least.Select((size, axis) => size + stride[axis] - 1).ToArray();
        if (Enumerable.Range(0, spatial).Any(axis => wanted[axis] < least[axis] || wanted[axis] > most[axis]))
        {
            return OperatorError.Value(
                $"requested an output size of [{string.Join(", ", wanted)}], but valid sizes range from [{string.Join(", ", least)}] to [{string.Join(", ", most)}] (for an input of torch.Size({ShapeText.List(input.Shape[2..])}))");
        }

        padding = Composition.Integers([.. wanted.Select((size, axis) => size - least[axis])]);
        return null;
    }

    private static TupleValue Reversed(ModuleCall call, int spatial)
    {
        var sides = new long[2 * spatial];
        for (var index = 0; index < spatial; index++)
        {
            var (begin, end) = Sides(call, index);
            var position = 2 * (spatial - 1 - index);
            (sides[position], sides[position + 1]) = (begin, end);
        }

        return Composition.Integers(sides);
    }

    private static (long Begin, long End) Sides(ModuleCall call, int index)
    {
        if (Sequences.Items(call.Attribute("padding")) is { } padding)
        {
            var size = (long)Numbers.ToDouble(padding[index]);
            return (size, size);
        }

        if (call.Attribute("padding") is not TextValue { Value: "same" })
        {
            return (0, 0);
        }

        var kernel = Numbers.ToDouble(Sequences.Items(call.Attribute("kernel_size"))![index]);
        var total = (long)(Numbers.ToDouble(Sequences.Items(call.Attribute("dilation"))![index]) * (kernel - 1));
        return (total / 2, total - (total / 2));
    }
}
