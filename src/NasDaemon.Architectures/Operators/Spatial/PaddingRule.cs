using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Spatial;

/// <summary>Shape rule of padding, the last dimension first.</summary>
internal static class PaddingRule
{
    /// <summary>Pads or, with negative sizes, crops.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Apply(OperatorCall call)
    {
        var (input, pad, mode) = (call.Tensor("input"), call.Integers("pad"), ((TextValue)call["mode"]).Value);
        if (pad.Length % 2 != 0)
        {
            return OperatorError.Runtime("Padding length must be divisible by 2");
        }

        if (pad.Length / 2 > input.Shape.Length)
        {
            return OperatorError.Runtime("Padding length too large");
        }

        if (mode != "constant" && CheckMode(call, input, pad, mode) is { } modeError)
        {
            return modeError;
        }

        var shape = input.Shape.ToBuilder();
        for (var index = 0; index < pad.Length / 2; index++)
        {
            var dimension = shape.Count - 1 - index;
            shape[dimension] = ShapeMath.Add(shape[dimension], pad[2 * index] + pad[(2 * index) + 1]);
            if (shape[dimension].Traced() < 0)
            {
                var (size, first, last) = (input.Shape[dimension].Traced(), Math.Min(0, pad[2 * index]), Math.Min(0, pad[(2 * index) + 1]));
                return OperatorError.Shape($"start (0) + length ({size + first + last}) exceeds dimension size ({size + first}).");
            }
        }

        return call.Emit(input.Type with { Shape = shape.ToImmutable() }, 0);
    }

    private static OperatorError? CheckMode(OperatorCall call, TensorValue input, long[] pad, string mode)
    {
        if (mode is not ("reflect" or "replicate" or "circular"))
        {
            return new OperatorError(NasDaemon.Abstractions.Failures.FailureClass.WrongArguments, "NotImplementedError", $"Unrecognised padding mode {mode}");
        }

        if (!call.IsNone("value") && call.Float("value") != 0)
        {
            return OperatorError.Value($"Padding mode \"{mode}\" doesn't take in value argument");
        }

        var spatial = pad.Length / 2;
        if (input.Shape.Length != spatial + 1 && input.Shape.Length != spatial + 2)
        {
            return new OperatorError(
                NasDaemon.Abstractions.Failures.FailureClass.ShapeMismatch,
                "NotImplementedError",
                "Only 2D, 3D, 4D, 5D padding with non-constant padding are supported for now");
        }

        for (var index = 0; mode == "reflect" && index < spatial; index++)
        {
            var dimension = input.Shape.Length - 1 - index;
            if (pad[2 * index] >= input.Shape[dimension].Traced() || pad[(2 * index) + 1] >= input.Shape[dimension].Traced())
            {
                return OperatorError.Shape(
                    $"Argument #{4 + (2 * index)}: Padding size should be less than the corresponding input dimension, but got: padding ({pad[2 * index]}, {pad[(2 * index) + 1]}) at dimension {dimension} of input {input.Shape.Length}");
            }
        }

        return null;
    }
}
