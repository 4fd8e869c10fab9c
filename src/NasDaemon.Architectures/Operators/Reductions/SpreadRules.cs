using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Reductions;

/// <summary>Standard deviation and variance, whose second argument may be the dimensions or <c>unbiased</c>.</summary>
internal static class SpreadRules
{
    /// <summary>A standard deviation or variance.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The reduced tensor.</returns>
    public static CallResult Apply(OperatorCall call) =>
        Reduce(call, out var type) is { } error ? error : call.Emit(type, 4 * ShapeMath.SampleElements(call.Tensor("input").Shape));

    /// <summary>A standard deviation or variance, and the mean.</summary>
    /// <param name="call">The call.</param>
    /// <returns>A pair of reduced tensors.</returns>
    public static CallResult WithMean(OperatorCall call) =>
        Reduce(call, out var type) is { } error ? error : call.EmitMany([type, type], 5 * ShapeMath.SampleElements(call.Tensor("input").Shape));

    private static OperatorError? Reduce(OperatorCall call, out TensorType type)
    {
        var input = call.Tensor("input");
        type = input.Type;
        if (call["dim"] is BoolValue truth)
        {
            (call["dim"], call["unbiased"]) = (NoneValue.Instance, truth);
        }

        if (call["correction"] is IntegerValue { Traced: 0 or 1 } correction)
        {
            call["unbiased"] = BoolValue.Of(correction.Traced == 1);
        }
        else if (!call.IsNone("correction"))
        {
            return OperatorError.Unsupported("A correction other than 0 and 1 is not supported.");
        }

        if (!ElementTypes.IsFloating(input.Type.Element) && !ElementTypes.IsComplex(input.Type.Element))
        {
            var name = call.Definition.Name.EndsWith("_mean", StringComparison.Ordinal) ? call.Definition.Name : "std and var";
            return OperatorError.Runtime($"{name} only support floating point and complex dtypes");
        }

        IReadOnlyList<long> given = call["dim"] switch
        {
            IntegerValue integer => [integer.Traced],
            TupleValue or ListValue => call.Integers("dim"),
            _ => [],
        };
        if (ReducedShape.Resolve(input.Shape.Length, given, out var dimensions) is { } error)
        {
            return error;
        }

        call["dim"] = ReducedShape.AsValue(dimensions);
        type = input.Type with { Shape = ReducedShape.After(input.Shape, dimensions, call.Flag("keepdim")) };
        return null;
    }
}
