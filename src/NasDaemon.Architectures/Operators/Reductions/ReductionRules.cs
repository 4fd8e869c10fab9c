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
        return ElementTypes.IsFloating(input.Type.Element) || ElementTypes.IsComplex(input.Type.Element) || !call.IsNone("dtype")
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
        return OverList(call, ElementTypes.IsFloating(element) || ElementTypes.IsComplex(element) ? element : ElementType.Int64);
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
        var order = call.Has("p") ? "p" : "ord";
        if (call[order] is TextValue { Value: "fro" })
        {
            call[order] = new IntegerValue(2);
        }

        var input = call.Tensor("input").Type.Element;
        if (!ElementTypes.IsFloating(input) && !ElementTypes.IsComplex(input))
        {
            return OperatorError.Runtime(order == "p"
                ? $"norm(): input dtype should be either floating point or complex. Got {ElementTypes.CppName(input)} instead."
                : $"linalg.vector_norm: Expected a floating point or complex tensor as input. Got {ElementTypes.CppName(input)}");
        }

        return Numbers.IsNumber(call[order]) || call.IsNone(order)
            ? OverList(call, ElementTypes.Real(input))
            : OperatorError.Unsupported("This order of a norm is not supported.");
    }

    /// <summary>A reduction over one dimension.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Single(OperatorCall call)
    {
        var element = call.Tensor("input").Type.Element;
        var result = (call["dtype"] as ElementTypeValue)?.Element ?? (ElementTypes.IsFloating(element) || ElementTypes.IsComplex(element) ? element : ElementType.Int64);
        if (!call.IsNone("dim"))
        {
            return OverOne(call, result);
        }

        var steps = new Composition(call.Scope);
        return steps.Result(steps.Operator("prod_all", call["input"], ElementTypeValue.Of(result)));
    }

    /// <summary>The place of an extreme.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Index(OperatorCall call) => OverOne(call, ElementType.Int64);

    /// <summary>Whether any or all are true.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Truth(OperatorCall call)
    {
        if (!call.IsNone("dim"))
        {
            return OverOne(call, ElementType.Bool);
        }

        var steps = new Composition(call.Scope);
        return steps.Result(steps.Operator($"{call.Definition.Name}_all", call["input"]));
    }

    /// <summary>A reduction of all elements to one.</summary>
    /// <param name="call">The call.</param>
    /// <returns>A tensor without dimensions.</returns>
    public static CallResult All(OperatorCall call)
    {
        var element = call.Has("dtype") ? ((ElementTypeValue)call["dtype"]).Element : ElementType.Bool;
        return call.Emit(new TensorType([], element), ShapeMath.SampleElements(call.Tensor("input").Shape));
    }

    /// <summary>How many elements differ from zero.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The counts.</returns>
    public static CallResult Count(OperatorCall call)
    {
        var input = call.Tensor("input");
        if (ReducedShape.Resolve(input.Shape.Length, call.IsNone("dim") ? [] : call.Integers("dim"), out var dimensions) is { } error)
        {
            return error;
        }

        call["dim"] = ReducedShape.AsValue(dimensions);
        return call.Emit(new TensorType(ReducedShape.After(input.Shape, dimensions, keep: false), ElementType.Int64), ShapeMath.SampleElements(input.Shape));
    }

    /// <summary>The norm of a difference.</summary>
    /// <param name="call">The call.</param>
    /// <returns>A tensor without dimensions.</returns>
    public static CallResult Distance(OperatorCall call) =>
        Broadcasting.Combine(call.Scope, call.Tensor("input").Shape, call.Tensor("other").Shape, out var shape) is { } error
            ? error
            : call.Emit(call.Tensor("input").Type with { Shape = [] }, 3 * ShapeMath.SampleElements(shape));

    /// <summary>Quantiles, of all elements or along a dimension.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The quantiles; for several, they are the first dimension.</returns>
    public static CallResult Quantile(OperatorCall call)
    {
        var input = call.Tensor("input");
        int[] dimensions = [.. Enumerable.Range(0, input.Shape.Length)];
        if (!call.IsNone("dim"))
        {
            if (DimensionIndex.Resolve(call, "dim", input.Shape.Length, out var dimension) is { } error)
            {
                return error;
            }

            dimensions = [dimension];
        }

        if (Numbers.IsNumber(call["q"]))
        {
            call["q"] = new FloatValue(Numbers.ToDouble(call["q"]));
        }

        var shape = ReducedShape.After(input.Shape, dimensions, call.Flag("keepdim"));
        return call.Emit(
            input.Type with { Shape = call["q"] is TensorValue { Shape.Length: 1 } several ? shape.Insert(0, several.Shape[0]) : shape },
            ShapeMath.SampleElements(input.Shape));
    }

    /// <summary>Running sums keep the shape.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Cumulative(OperatorCall call)
    {
        var element = call.Tensor("input").Type.Element;
        var sum = ElementTypes.IsInteger(element) || element == ElementType.Bool ? ElementType.Int64 : element;
        return DimensionIndex.Resolve(call, "dim", call.Tensor("input").Shape.Length, out _) is { } error
            ? error
            : PointwiseRules.Keep(call, 1, call.Has("dtype") ? (call["dtype"] as ElementTypeValue)?.Element ?? sum : element);
    }

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
