using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Information;

/// <summary>Rules of values that leave a tensor: possible only where tracing knows them.</summary>
internal static class ValueRules
{
    /// <summary>The only element as a number.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The number.</returns>
    public static CallResult Item(OperatorCall call)
    {
        var input = call.Tensor("input");
        var elements = ShapeMath.Elements(input.Shape);
        if (elements != 1)
        {
            return OperatorError.Value(call.FunctionName == "__bool__"
                ? "Boolean value of Tensor with more than one value is ambiguous"
                : "only one element tensors can be converted to Python scalars");
        }

        return Known(input) is [var value] ? Number(input, value) : Unknown(call);
    }

    /// <summary>All elements as nested lists.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The list.</returns>
    public static CallResult List(OperatorCall call)
    {
        var input = call.Tensor("input");
        return input.Shape.Length == 1 && Known(input) is { } values
            ? new ListValue([.. values.Select(value => Number(input, value))])
            : Unknown(call);
    }

    private static double[]? Known(TensorValue input) => input.Contents switch
    {
        LiteralInitialisation literal => [.. literal.Values],
        ConstantInitialisation constant when ShapeMath.Elements(input.Shape) <= 65536 =>
            [.. Enumerable.Repeat(constant.Value, (int)ShapeMath.Elements(input.Shape))],
        _ => null,
    };

    private static Value Number(TensorValue input, double value) => input.Type.Element switch
    {
        ElementType.Int64 or ElementType.UInt8 => new IntegerValue((long)value),
        ElementType.Bool => BoolValue.Of(value != 0),
        _ => new FloatValue((float)value),
    };

    private static OperatorError Unknown(OperatorCall call) => new(
        FailureClass.DataDependent,
        "RuntimeError",
        $"{call.FunctionName}() needs the values of a tensor, which are not known before the network runs.");
}
