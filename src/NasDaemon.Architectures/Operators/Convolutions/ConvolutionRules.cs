using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Convolutions;

/// <summary>Shape rule and cost of convolutions.</summary>
internal static class ConvolutionRules
{
    /// <summary>A convolution.</summary>
    /// <param name="call">The call.</param>
    /// <param name="spatial">How many spatial dimensions it has.</param>
    /// <returns>The result.</returns>
    public static CallResult Plain(OperatorCall call, int spatial)
    {
        var (input, weight) = (call.Tensor("input"), call.Tensor("weight"));
        if (ConvolutionChecks.Rank(call, spatial) is { } rankError)
        {
            return rankError;
        }

        if (ResolvePadding(call, spatial, out var begin, out var end) is { } paddingError)
        {
            return paddingError;
        }

        var shape = input.Shape.Length == spatial + 1 ? input.Shape.Insert(0, 1) : input.Shape;
        var groups = call.Integer("groups");
        var (stride, dilation) = (call.Integers("stride"), call.Integers("dilation"));
        if (ConvolutionChecks.Ranges(begin, stride, dilation) is { } rangeError)
        {
            return rangeError;
        }

        if (ConvolutionChecks.Channels(weight, shape, groups) is { } channelError)
        {
            return channelError;
        }

        if (ConvolutionChecks.Bias(call, weight, weight.Shape[0].Traced()) is { } biasError)
        {
            return biasError;
        }

        if (ConvolutionChecks.Kernel(shape, weight, dilation, begin, end) is { } kernelError)
        {
            return kernelError;
        }

        var output = Output(call.Scope, shape, weight, (begin, end, stride, dilation));
        var positions = ShapeMath.SampleElements(output);
        var perPosition = 2 * ShapeMath.Elements(weight.Shape.AsSpan(1..));
        var flops = positions * (perPosition + (call.IsNone("bias") ? 0 : 1));
        var isBatched = input.Shape.Length == spatial + 2;
        return call.Emit(
            input.Type with { Shape = isBatched ? output : output.RemoveAt(0) },
            flops,
            isBatched ? TensorLayout.Spatial(input, output) : default);
    }

    private static OperatorError? ResolvePadding(OperatorCall call, int spatial, out long[] begin, out long[] end)
    {
        (begin, end) = (new long[spatial], new long[spatial]);
        if (call["padding"] is not TextValue text)
        {
            begin = end = call.Integers("padding");
            return begin.Length == spatial
                ? null
                : OperatorError.Runtime(
                    $"expected padding to be a single integer value or a list of {spatial} values to match the convolution dimensions, but got padding=[{string.Join(", ", begin)}]");
        }

        switch (text.Value)
        {
            case "valid":
                call["padding"] = new TupleValue([.. begin.Select(size => new IntegerValue(size))]);
                return null;
            case "same":
                return Same(call, begin, end);
            default:
                return OperatorError.Runtime($"Invalid padding string: '{text.Value}'");
        }
    }

    private static OperatorError? Same(OperatorCall call, long[] begin, long[] end)
    {
        var (dilation, kernel) = (call.Integers("dilation"), call.Tensor("weight").Shape);
        if (call.Integers("stride").Any(stride => stride != 1))
        {
            return OperatorError.Runtime("padding='same' is not supported for strided convolutions");
        }

        for (var index = 0; index < begin.Length; index++)
        {
            var total = dilation[index] * (kernel[index + 2].Traced() - 1);
            (begin[index], end[index]) = (total / 2, total - (total / 2));
        }

        if (begin.SequenceEqual(end))
        {
            call["padding"] = new TupleValue([.. begin.Select(size => new IntegerValue(size))]);
        }

        return null;
    }

    private static ImmutableArray<Dimension> Output(
        TraceScope scope,
        ImmutableArray<Dimension> input,
        TensorValue weight,
        (long[] Begin, long[] End, long[] Stride, long[] Dilation) window)
    {
        var output = new Dimension[input.Length];
        (output[0], output[1]) = (input[0], weight.Shape[0]);
        for (var index = 0; index < window.Begin.Length; index++)
        {
            var reach = (window.Dilation[index] * (weight.Shape[index + 2].Traced() - 1)) + 1;
            var added = window.Begin[index] + window.End[index] - reach;
            output[index + 2] = ShapeMath.Map(
                scope, input[index + 2], (added, Step: window.Stride[index]), static (size, axis) => ((size + axis.added) / axis.Step) + 1);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(output);
    }
}
