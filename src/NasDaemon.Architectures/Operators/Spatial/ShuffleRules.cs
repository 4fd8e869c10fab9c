using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Operators.Spatial;

/// <summary>Rules of exchanging channels with space and with each other.</summary>
internal static class ShuffleRules
{
    private const long LargestFactor = 1 << 20;

    /// <summary>Channels become pixels.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult PixelShuffle(OperatorCall call)
    {
        var (input, factor) = (call.Tensor("input"), call.Integer("upscale_factor"));
        if (input.Shape.Length < 3)
        {
            return OperatorError.Shape(
                $"pixel_shuffle expects input to have at least 3 dimensions, but got input with {input.Shape.Length} dimension(s)");
        }

        if (factor <= 0)
        {
            return OperatorError.Runtime($"pixel_shuffle expects a positive upscale_factor, but got {factor}");
        }

        if (factor > LargestFactor)
        {
            return OperatorError.Limit($"The factor of a pixel shuffle is beyond {LargestFactor}.");
        }

        var channels = input.Shape[^3].Traced();
        if (channels % (factor * factor) != 0)
        {
            return OperatorError.Shape(
                $"pixel_shuffle expects its input's 'channel' dimension to be divisible by the square of upscale_factor, but input.size(-3)={channels} is not divisible by {factor * factor}");
        }

        var shape = input.Shape.ToBuilder();
        shape[^3] = channels / (factor * factor);
        shape[^2] = Scale(shape[^2], factor);
        shape[^1] = Scale(shape[^1], factor);
        return call.Emit(input.Type with { Shape = shape.ToImmutable() }, 0);
    }

    /// <summary>Pixels become channels.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult PixelUnshuffle(OperatorCall call)
    {
        var (input, factor) = (call.Tensor("input"), call.Integer("downscale_factor"));
        if (input.Shape.Length < 3)
        {
            return OperatorError.Shape(
                $"pixel_unshuffle expects input to have at least 3 dimensions, but got input with {input.Shape.Length} dimension(s)");
        }

        if (factor <= 0)
        {
            return OperatorError.Runtime($"pixel_unshuffle expects a positive downscale_factor, but got {factor}");
        }

        foreach (var (name, axis, dimension) in ((string, string, int)[])[("height", "size(-2)", 2), ("width", "size(-1)", 1)])
        {
            var size = input.Shape[^dimension].Traced();
            if (size % factor != 0)
            {
                return OperatorError.Shape($"pixel_unshuffle expects {name} to be divisible by downscale_factor, but input.{axis}={size} is not divisible by {factor}");
            }
        }

        var shape = input.Shape.ToBuilder();
        shape[^3] = Scale(shape[^3], factor * factor);
        shape[^2] = ShapeMath.Map(call.Scope, shape[^2], size => size / factor);
        shape[^1] = ShapeMath.Map(call.Scope, shape[^1], size => size / factor);
        return call.Emit(input.Type with { Shape = shape.ToImmutable() }, 0);
    }

    /// <summary>Channels of different groups are interleaved.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult ChannelShuffle(OperatorCall call)
    {
        var (input, groups) = (call.Tensor("input"), call.Integer("groups"));
        if (input.Shape.Length < 3)
        {
            return OperatorError.Shape(
                $"channel_shuffle expects input with > 2 dims, but got input with sizes {ShapeText.List(input.Shape)}");
        }

        if (groups <= 0)
        {
            return OperatorError.Runtime($"Number of groups to divide channels in must be positive. Value of groups:{groups}");
        }

        return input.Shape[1].Traced() % groups != 0
            ? OperatorError.Shape($"Number of channels must be divisible by groups. Got {input.Shape[1].Traced()} channels and {groups} groups.")
            : call.Emit(input.Type, 0);
    }

    private static Dimension Scale(Dimension size, long factor) => new(size.BatchMultiple * factor, size.Constant * factor);
}
