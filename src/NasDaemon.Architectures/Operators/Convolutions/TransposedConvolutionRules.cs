using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Operators.Convolutions;

/// <summary>Shape rule and cost of transposed convolutions.</summary>
internal static class TransposedConvolutionRules
{
    /// <summary>A transposed convolution.</summary>
    /// <param name="call">The call.</param>
    /// <param name="spatial">How many spatial dimensions it has.</param>
    /// <returns>The result.</returns>
    public static CallResult Apply(OperatorCall call, int spatial)
    {
        var (input, weight) = (call.Tensor("input"), call.Tensor("weight"));
        if (ConvolutionChecks.Rank(call, spatial) is { } rankError)
        {
            return rankError;
        }

        var isBatched = input.Shape.Length == spatial + 2;
        var shape = isBatched ? input.Shape : input.Shape.Insert(0, 1);
        var (padding, groups) = (call.Integers("padding"), call.Integer("groups"));
        var (stride, dilation, extra) = (call.Integers("stride"), call.Integers("dilation"), call.Integers("output_padding"));
        if (ConvolutionChecks.Ranges(padding, stride, dilation) is { } rangeError)
        {
            return rangeError;
        }

        if (shape[1].Traced() != weight.Shape[0].Traced())
        {
            return OperatorError.Shape(
                $"Given transposed=1, weight of size {ShapeText.List(weight.Shape)}, expected input{ShapeText.List(shape)} to have {weight.Shape[0].Traced()} channels, but got {shape[1].Traced()} channels instead");
        }

        var channels = weight.Shape[1].Traced() * groups;
        if (ConvolutionChecks.Bias(call, weight, channels) is { } biasError)
        {
            return biasError;
        }

        var output = new Dimension[shape.Length];
        (output[0], output[1]) = (shape[0], channels);
        for (var index = 0; index < spatial; index++)
        {
            if (extra[index] >= stride[index] && extra[index] >= dilation[index])
            {
                return OperatorError.Runtime(
                    $"output padding must be smaller than either stride or dilation, but got output_padding_height: {extra[0]} output_padding_width: {extra[^1]} stride_height: {stride[0]} stride_width: {stride[^1]} dilation_height: {dilation[0]} dilation_width: {dilation[^1]}");
            }

            var grown = (dilation[index] * (weight.Shape[index + 2].Traced() - 1)) + extra[index] + 1 - (2 * padding[index]);
            var step = stride[index];
            output[index + 2] = ShapeMath.Map(call.Scope, shape[index + 2], size => ((size - 1) * step) + grown);
        }

        var flops = 2 * ShapeMath.SampleElements(shape) * ShapeMath.Elements(weight.Shape.AsSpan(1..));
        var type = input.Type with { Shape = [.. isBatched ? output : output[1..]] };
        return call.Emit(type, flops, isBatched ? TensorLayout.Spatial(input, type.Shape) : default);
    }
}
