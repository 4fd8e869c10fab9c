using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Reductions;

/// <summary>Rules of the usual reductions.</summary>
internal static class ReductionRules
{
    /// <summary>The mean.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Mean(OperatorCall call)
    {
        var input = call.Tensor("input");
        return ElementTypes.IsFloating(input.Type.Element) || !call.IsNone("dtype")
            ? OverList(call, input.Type.Element)
            : OperatorError.Runtime(
                $"mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: {ElementTypes.CppName(input.Type.Element)}");
    }

    /// <summary>The sum.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Sum(OperatorCall call)
    {
        var element = call.Tensor("input").Type.Element;
        return OverList(call, ElementTypes.IsFloating(element) ? element : ElementType.Int64);
    }

    /// <summary>A reduction over a list of dimensions; an empty list means all.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Listed(OperatorCall call) => OverList(call, call.Tensor("input").Type.Element);

    /// <summary>A vector norm.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Norm(OperatorCall call)
    {
        if (call["p"] is TextValue { Value: "fro" })
        {
            call["p"] = new IntegerValue(2);
        }

        return Numbers.IsNumber(call["p"])
            ? OverList(call, call.Tensor("input").Type.Element)
            : OperatorError.Unsupported("This order of a norm is not supported.");
    }

    /// <summary>A reduction over one dimension.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Single(OperatorCall call)
    {
        if (call.IsNone("dim"))
        {
            return OperatorError.Unsupported($"{call.Definition.Name}() over all dimensions is not supported.");
        }

        return OverOne(call, call.Tensor("input").Type.Element);
    }

    /// <summary>The place of an extreme.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Index(OperatorCall call) => OverOne(call, ElementType.Int64);

    /// <summary>Whether any or all are true.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Truth(OperatorCall call) => call.IsNone("dim")
        ? OperatorError.Unsupported($"{call.Definition.Name}() over all dimensions is not supported.")
        : OverOne(call, ElementType.Bool);

    /// <summary>Running sums keep the shape.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Cumulative(OperatorCall call) =>
        DimensionIndex.Resolve(call, "dim", call.Tensor("input").Shape.Length, out _) is { } error ? error : PointwiseRules.Keep(call, 1);

    private static CallResult OverOne(OperatorCall call, ElementType element)
    {
        var input = call.Tensor("input");
        if (call.IsNone("dim"))
        {
            return call.Emit(new TensorType([], element), ShapeMath.SampleElements(input.Shape));
        }

        return DimensionIndex.Resolve(call, "dim", input.Shape.Length, out var dimension) is { } error
            ? error
            : call.Emit(
                new TensorType(ReducedShape.After(input.Shape, [dimension], call.Flag("keepdim")), element),
                ShapeMath.SampleElements(input.Shape));
    }

    private static CallResult OverList(OperatorCall call, ElementType element)
    {
        var input = call.Tensor("input");
        var given = call.IsNone("dim") ? [] : call.Integers("dim");
        if (ReducedShape.Resolve(input.Shape.Length, given, out var dimensions) is { } error)
        {
            return error;
        }

        call["dim"] = ReducedShape.AsValue(dimensions);
        if (call.Parameters.Any(parameter => parameter.Name == "dtype") && call["dtype"] is ElementTypeValue asked)
        {
            element = asked.Element;
        }

        var shape = ReducedShape.After(input.Shape, dimensions, call.Flag("keepdim"));
        return call.Emit(new TensorType(shape, element), ShapeMath.SampleElements(input.Shape));
    }
}
