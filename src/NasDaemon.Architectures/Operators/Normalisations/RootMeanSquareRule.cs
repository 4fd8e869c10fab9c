using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Normalisations;

/// <summary>Root mean square normalisation (Zhang and Sennrich 2019), of operators that every PyTorch has.</summary>
internal static class RootMeanSquareRule
{
    private const double SmallestStep = 1.1920928955078125e-07;

    /// <summary>Normalises.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Apply(OperatorCall call)
    {
        var (input, normalised) = (call.Tensor("input"), call.Dimensions("normalized_shape"));
        if (input.Shape.Length < normalised.Length || !ShapeMath.Same(input.Shape[^normalised.Length..], normalised))
        {
            var expected = string.Concat(normalised.Select(size => $", {size.Traced()}"));
            return OperatorError.Shape(
                $"Given normalized_shape={ShapeText.List(normalised)}, expected input with shape [*{expected}], but got input of size{ShapeText.List(input.Shape)}");
        }

        var steps = new Composition(call.Scope);
        var axes = Composition.Integers([.. Enumerable.Range(1, normalised.Length).Select(axis => (long)-axis)]);
        var mean = steps.Call("torch.mean", steps.Call("torch.square", input), axes, BoolValue.True);
        var scale = steps.Call("torch.rsqrt", steps.Call("torch.add", mean, new FloatValue(call.IsNone("eps") ? SmallestStep : call.Float("eps"))));
        var result = steps.Call("torch.mul", input, scale);
        return steps.Result(call.IsNone("weight") ? result : steps.Call("torch.mul", result, call["weight"]));
    }
}
