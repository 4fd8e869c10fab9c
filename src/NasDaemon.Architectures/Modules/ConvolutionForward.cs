using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Modules;

/// <summary>The <c>forward</c> of convolutions.</summary>
internal static class ConvolutionForward
{
    /// <summary>A convolution; other paddings than zeros go before it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="spatial">How many spatial dimensions it has.</param>
    /// <returns>The result.</returns>
    public static CallResult Plain(ModuleCall call, int spatial)
    {
        var path = $"torch.nn.functional.conv{spatial}d";
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
    public static CallResult Transposed(ModuleCall call, int spatial) => call["output_size"] is NoneValue
        ? call.Call(
            $"torch.nn.functional.conv_transpose{spatial}d",
            [],
            call.Input,
            call.Attribute("weight"),
            call.Attribute("bias"),
            call.Attribute("stride"),
            call.Attribute("padding"),
            call.Attribute("output_padding"),
            call.Attribute("groups"),
            call.Attribute("dilation"))
        : OperatorError.Unsupported("ConvTranspose with output_size is not supported.");

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
