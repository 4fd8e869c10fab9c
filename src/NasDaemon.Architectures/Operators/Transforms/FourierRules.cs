using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Transforms;

/// <summary>The shape rule of Fourier transforms.</summary>
internal static class FourierRules
{
    /// <summary>A transform.</summary>
    /// <param name="call">The call.</param>
    /// <param name="name">Which one.</param>
    /// <returns>The transformed tensor.</returns>
    public static CallResult Apply(OperatorCall call, string name)
    {
        var input = call.Tensor("input");
        if (call["norm"] is TextValue { Value: not ("forward" or "backward" or "ortho") } norm)
        {
            return OperatorError.Runtime($"Invalid normalization mode: \"{norm.Value}\"");
        }

        var isForward = name is "rfft" or "rfft2" or "rfftn" or "ihfft";
        if (isForward && ElementTypes.IsComplex(input.Type.Element))
        {
            return OperatorError.Runtime($"{name} expects a real input tensor, but got {ElementTypes.CppName(input.Type.Element)}");
        }

        if (Axes(call, input) is not { } axes)
        {
            return OperatorError.Index($"Dimension out of range (expected to be in range of [{-Math.Max(1, input.Shape.Length)}, {Math.Max(1, input.Shape.Length) - 1}], but got {FirstWrong(call, input)})");
        }

        var isBackward = name is "irfft" or "irfft2" or "irfftn" or "hfft";
        var sizes = Sizes(call);
        var shape = input.Shape.ToBuilder();
        for (var index = 0; index < axes.Length; index++)
        {
            var size = shape[axes[index]];
            var isLast = index == axes.Length - 1;
            if (sizes is not null && index < sizes.Length && sizes[index] != -1)
            {
                size = sizes[index];
            }
            else if (isLast && isBackward)
            {
                size = ShapeMath.Map(call.Scope, size, value => 2 * (value - 1));
            }

            if (size.Traced() < 1)
            {
                return OperatorError.Runtime($"Invalid number of data points ({size.Traced()}) specified");
            }

            shape[axes[index]] = isLast && isForward ? ShapeMath.Map(call.Scope, size, value => (value / 2) + 1) : size;
        }

        var element = isBackward ? TypePromotion.Floating(ElementTypes.Real(input.Type.Element)) : ElementTypes.Complex(input.Type.Element);
        var elements = ShapeMath.SampleElements(input.Shape);
        var logarithm = axes.Sum(axis => Math.Log2(Math.Max(2, input.Shape[axis].At(1))));
        return call.Emit(new TensorType(shape.ToImmutable(), element), (long)(5 * elements * logarithm));
    }

    private static long[]? Sizes(OperatorCall call)
    {
        var name = call.Has("n") ? "n" : "s";
        return call.IsNone(name) ? null : call[name] is IntegerValue one ? [one.Traced] : call.Integers(name);
    }

    private static long[] Given(OperatorCall call, TensorValue input) => call["dim"] switch
    {
        IntegerValue one => [one.Traced],
        NoneValue => [.. Enumerable.Range(0, input.Shape.Length).TakeLast(Sizes(call)?.Length ?? input.Shape.Length).Select(axis => (long)axis)],
        _ => call.Integers("dim"),
    };

    private static int[]? Axes(OperatorCall call, TensorValue input)
    {
        var axes = new List<int>();
        foreach (var axis in Given(call, input))
        {
            if (DimensionIndex.Resolve(axis, input.Shape.Length, out var resolved) is not null)
            {
                return null;
            }

            axes.Add(resolved);
        }

        return [.. axes];
    }

    private static long FirstWrong(OperatorCall call, TensorValue input) =>
        Given(call, input).First(axis => DimensionIndex.Resolve(axis, input.Shape.Length, out _) is not null);
}
