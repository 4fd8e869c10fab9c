using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Activations;

/// <summary>Rules of the activation functions that do more than keep a shape.</summary>
internal static class ActivationRules
{
    /// <summary>GELU, exact or by tanh.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Gelu(OperatorCall call) => call["approximate"] is TextValue { Value: "none" or "tanh" }
        ? PointwiseRules.Keep(call, 8)
        : OperatorError.Runtime("approximate argument must be either none or tanh.");

    /// <summary>PReLU: one slope for all, or one a channel.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult ParametricRelu(OperatorCall call)
    {
        var input = call.Tensor("input");
        var slopes = ShapeMath.Elements(call.Tensor("weight").Shape);
        var channels = input.Shape.Length > 1 ? input.Shape[1].Traced() : 1;
        return slopes != 1 && slopes != channels
            ? OperatorError.Shape(
                $"Mismatch of parameter numbers and input channel size. Found parameter numbers = {slopes} and channel size = {channels}.")
            : PointwiseRules.Keep(call, 2);
    }

    /// <summary>GLU halves a dimension.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult GatedLinear(OperatorCall call)
    {
        var input = call.Tensor("input");
        if (input.Shape.Length == 0)
        {
            return OperatorError.Shape("glu does not support scalars because halving size must be even");
        }

        if (DimensionIndex.Resolve(call, "dim", input.Shape.Length, out var dimension) is { } error)
        {
            return error;
        }

        var size = input.Shape[dimension];
        if (size.Traced() % 2 != 0)
        {
            return OperatorError.Shape($"Halving dimension must be even, but dimension {dimension} is size {size.Traced()}");
        }

        var shape = ShapeMath.With(input.Shape, dimension, ShapeMath.Map(call.Scope, size, value => value / 2));
        return call.Emit(input.Type with { Shape = shape }, 5 * ShapeMath.SampleElements(shape));
    }

    /// <summary>Softmax and its kin over one dimension.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Softmax(OperatorCall call)
    {
        var input = call.Tensor("input");
        if (call.IsNone("dim"))
        {
            call["dim"] = new IntegerValue(input.Shape.Length is 0 or 1 or 3 ? 0 : 1);
        }

        return DimensionIndex.Resolve(call, "dim", input.Shape.Length, out _) is { } error
            ? error
            : PointwiseRules.Keep(call, 5, (call["dtype"] as ElementTypeValue)?.Element);
    }
}
