using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Reductions;

/// <summary>Standard deviation and variance, whose second argument may be the dimensions or <c>unbiased</c>.</summary>
internal static class SpreadRules
{
    /// <summary>The spread over some or all dimensions.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Apply(OperatorCall call)
    {
        if (call["dim"] is BoolValue truth)
        {
            (call["dim"], call["unbiased"]) = (NoneValue.Instance, truth);
        }

        var input = call.Tensor("input");
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
        var shape = ReducedShape.After(input.Shape, dimensions, call.Flag("keepdim"));
        return call.Emit(input.Type with { Shape = shape }, 4 * ShapeMath.SampleElements(input.Shape));
    }
}
