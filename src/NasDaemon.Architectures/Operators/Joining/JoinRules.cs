using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Joining;

/// <summary>Rules of joining tensors.</summary>
internal static class JoinRules
{
    /// <summary>Joins along a dimension that there is.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Concatenate(OperatorCall call)
    {
        var tensors = call.Tensors("tensors");
        if (tensors.Length == 0)
        {
            return OperatorError.Runtime("torch.cat(): expected a non-empty list of Tensors");
        }

        var first = tensors[0];
        if (first.Shape.Length == 0)
        {
            return OperatorError.Shape("zero-dimensional tensor (at position 0) cannot be concatenated");
        }

        if (DimensionIndex.Resolve(call, "dim", first.Shape.Length, out var dimension) is { } error)
        {
            return error;
        }

        var total = first.Shape[dimension];
        var element = first.Type.Element;
        for (var number = 1; number < tensors.Length; number++)
        {
            if (Check(call.Scope, first, tensors[number], dimension, number) is { } mismatch)
            {
                return mismatch;
            }

            total = ShapeMath.Add(total, tensors[number].Shape[dimension]);
            element = TypePromotion.Combine(element, tensors[number].Type.Element);
        }

        var shape = first.Shape.SetItem(dimension, total);
        return call.Emit(new TensorType(shape, element), 0, tensors.All(tensor => !tensor.Strides.IsDefault) ? TensorLayout.Spatial(first, shape) : default);
    }

    /// <summary>The later name of <c>cat</c>.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The joined tensor.</returns>
    public static CallResult AsCat(OperatorCall call)
    {
        var steps = new Composition(call.Scope);
        return steps.Result(steps.Call("torch.cat", call["tensors"], call["dim"]));
    }

    /// <summary>Joins along a new dimension.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Stack(OperatorCall call)
    {
        var tensors = call.Tensors("tensors");
        if (tensors.Length == 0)
        {
            return OperatorError.Runtime("stack expects a non-empty TensorList");
        }

        var first = tensors[0];
        if (DimensionIndex.Resolve(call, "dim", first.Shape.Length + 1, out var dimension) is { } error)
        {
            return error;
        }

        for (var number = 1; number < tensors.Length; number++)
        {
            if (!ShapeMath.Same(first.Shape, tensors[number].Shape))
            {
                return OperatorError.Shape(
                    $"stack expects each tensor to be equal size, but got {ShapeText.List(first.Shape)} at entry 0 and {ShapeText.List(tensors[number].Shape)} at entry {number}");
            }
        }

        return call.Emit(first.Type with { Shape = first.Shape.Insert(dimension, tensors.Length) }, 0);
    }

    private static OperatorError? Check(TraceScope scope, TensorValue first, TensorValue other, int dimension, int number)
    {
        if (other.Shape.Length != first.Shape.Length)
        {
            return OperatorError.Shape(
                $"Tensors must have same number of dimensions: got {first.Shape.Length} and {other.Shape.Length}",
                $"The shapes are {ShapeText.List(first.Shape)} and {ShapeText.List(other.Shape)}.");
        }

        for (var index = 0; index < first.Shape.Length; index++)
        {
            if (index != dimension && !ShapeMath.Match(scope, first.Shape[index], other.Shape[index]))
            {
                return OperatorError.Shape(
                    $"Sizes of tensors must match except in dimension {dimension}. Expected size {first.Shape[index].Traced()} but got size {other.Shape[index].Traced()} for tensor number {number} in the list.",
                    $"The shapes are {ShapeText.List(first.Shape)} and {ShapeText.List(other.Shape)}.");
            }
        }

        return null;
    }
}
