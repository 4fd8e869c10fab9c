namespace NasDaemon.Architectures.Operators.Spatial;

/// <summary>Rules of taking windows out of images and putting them back.</summary>
internal static class FoldRules
{
    /// <summary>Windows become columns.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Unfold(OperatorCall call)
    {
        var (input, kernel) = (call.Tensor("input"), call.Integers("kernel_size"));
        if (input.Shape.Length is not (3 or 4))
        {
            return OperatorError.Shape(
                $"Expected 3D or 4D (batch mode) tensor with possibly 0 batch size and other non-zero dimensions for input, but got: {ShapeText.List(input.Shape)}");
        }

        var windows = Windows(call, input.Shape[^2].Traced(), input.Shape[^1].Traced());
        if (windows <= 0)
        {
            return OperatorError.Shape(
                $"Given input with spatial size ({input.Shape[^2].Traced()}, {input.Shape[^1].Traced()}), the windows do not fit.");
        }

        var channels = input.Shape[^3].Traced() * kernel[0] * kernel[1];
        return call.Emit(input.Type with { Shape = [.. input.Shape[..^3], channels, windows] }, 0);
    }

    /// <summary>Columns are summed into windows.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Fold(OperatorCall call)
    {
        var (input, kernel, size) = (call.Tensor("input"), call.Integers("kernel_size"), call.Integers("output_size"));
        if (input.Shape.Length is not (2 or 3))
        {
            return OperatorError.Shape(
                $"Expected 2D or 3D (batch mode) tensor for input with possibly 0 batch size and non-zero dimensions for input, but got: {ShapeText.List(input.Shape)}");
        }

        var (channels, window) = (input.Shape[^2].Traced(), kernel[0] * kernel[1]);
        if (channels % window != 0)
        {
            return OperatorError.Shape(
                $"Expected size of input's dimension 1 to be divisible by the product of kernel_size, but got input.size(1)={channels} and kernel_size=({kernel[0]}, {kernel[1]}).");
        }

        var windows = Windows(call, size[0], size[1]);
        return windows != input.Shape[^1].Traced()
            ? OperatorError.Shape(
                $"Given output_size=({size[0]}, {size[1]}), kernel_size=({kernel[0]}, {kernel[1]}), expected size of input's dimension 2 to match the calculated number of sliding blocks {windows}, but got input.size(2)={input.Shape[^1].Traced()}.")
            : call.Emit(input.Type with { Shape = [.. input.Shape[..^2], channels / window, size[0], size[1]] }, ShapeMath.SampleElements(input.Shape));
    }

    private static long Windows(OperatorCall call, long height, long width)
    {
        var (kernel, dilation) = (call.Integers("kernel_size"), call.Integers("dilation"));
        var (padding, stride) = (call.Integers("padding"), call.Integers("stride"));
        return Along(height, 0) * Along(width, 1);

        long Along(long size, int index) =>
            Math.Max(0, ((size + (2 * padding[index]) - (dilation[index] * (kernel[index] - 1)) - 1) / stride[index]) + 1);
    }
}
