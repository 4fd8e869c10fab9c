using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Spatial;

/// <summary>Sampling at places that a tensor has (Jaderberg et al. 2015).</summary>
internal static class GridRules
{
    /// <summary>Samples an image.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The samples.</returns>
    public static CallResult Sample(OperatorCall call)
    {
        var (input, grid) = (call.Tensor("input"), call.Tensor("grid"));
        var (mode, padding) = (((TextValue)call["mode"]).Value, ((TextValue)call["padding_mode"]).Value);
        if (mode is not ("bilinear" or "nearest" or "bicubic"))
        {
            return OperatorError.Value($"nn.functional.grid_sample(): expected mode to be 'bilinear', 'nearest' or 'bicubic', but got: '{mode}'");
        }

        if (padding is not ("zeros" or "border" or "reflection"))
        {
            return OperatorError.Value(
                $"nn.functional.grid_sample(): expected padding_mode to be 'zeros', 'border', or 'reflection', but got: '{padding}'");
        }

        if (input.Shape.Length is not (4 or 5) || grid.Shape.Length != input.Shape.Length)
        {
            return OperatorError.Shape(
                $"grid_sampler(): expected grid and input to have same number of dimensions, but got input with sizes {ShapeText.List(input.Shape)} and grid with sizes {ShapeText.List(grid.Shape)}");
        }

        if (!ShapeMath.Match(call.Scope, input.Shape[0], grid.Shape[0]))
        {
            return OperatorError.Shape(
                $"grid_sampler(): expected grid and input to have same batch size, but got input with sizes {ShapeText.List(input.Shape)} and grid with sizes {ShapeText.List(grid.Shape)}");
        }

        if (grid.Shape[^1].Traced() != input.Shape.Length - 2)
        {
            return OperatorError.Shape(
                $"grid_sampler(): expected grid to have size {input.Shape.Length - 2} in last dimension, but got grid with sizes {ShapeText.List(grid.Shape)}");
        }

        call["mode"] = new IntegerValue(mode == "bilinear" ? 0 : mode == "nearest" ? 1 : 2);
        call["padding_mode"] = new IntegerValue(padding == "zeros" ? 0 : padding == "border" ? 1 : 2);
        call["align_corners"] = BoolValue.Of(call.Flag("align_corners"));
        var type = input.Type with { Shape = [input.Shape[0], input.Shape[1], .. grid.Shape[1..^1]] };
        return call.Emit(type, 8 * ShapeMath.SampleElements(type.Shape));
    }

    /// <summary>The places that an affine map gives.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The grid.</returns>
    public static CallResult Affine(OperatorCall call)
    {
        var (theta, size) = (call.Tensor("theta"), call.Dimensions("size"));
        if (size.Length is not (4 or 5))
        {
            return new OperatorError(
                Abstractions.Failures.FailureClass.ShapeMismatch,
                "NotImplementedError",
                $"affine_grid only supports 4D and 5D sizes, for 2D and 3D affine transforms, respectively. Got size torch.Size({ShapeText.List(size)}).");
        }

        var spatial = size.Length - 2;
        if (theta.Shape.Length != 3 || theta.Shape[1].Traced() != spatial || theta.Shape[2].Traced() != spatial + 1)
        {
            return OperatorError.Value(
                $"Expected a batch of {spatial}D affine matrices of shape Nx{spatial}x{spatial + 1} for size {ShapeText.List(size)}. Got torch.Size({ShapeText.List(theta.Shape)}).");
        }

        call["align_corners"] = BoolValue.Of(call.Flag("align_corners"));
        var type = theta.Type with { Shape = [size[0], .. size[2..], spatial] };
        return call.Emit(type, 2 * (spatial + 1) * ShapeMath.SampleElements(type.Shape));
    }
}
