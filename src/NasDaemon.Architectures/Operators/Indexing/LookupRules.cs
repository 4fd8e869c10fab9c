using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Operators.Indexing;

/// <summary>Reading elements whose places another tensor has.</summary>
internal static class LookupRules
{
    /// <summary>Some indices of a dimension.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The parts.</returns>
    public static CallResult IndexSelect(OperatorCall call)
    {
        var (input, index) = (call.Tensor("input"), call.Tensor("index"));
        if (DimensionIndex.Resolve(call, "dim", input.Shape.Length, out var dimension) is { } error)
        {
            return error;
        }

        if (index.Shape.Length > 1)
        {
            return OperatorError.Index("index_select(): Index is supposed to be a vector");
        }

        return index.Type.Element is ElementType.Int64 or ElementType.Int32
            ? call.Emit(input.Type with { Shape = input.Shape.SetItem(dimension, index.Shape.Length == 0 ? 1 : index.Shape[0]) }, 0)
            : OperatorError.Runtime("index_select(): Expected dtype int32 or int64 for index");
    }

    /// <summary>One element a place, along a dimension.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The elements, in the shape of the index.</returns>
    public static CallResult Gather(OperatorCall call)
    {
        var (input, index) = (call.Tensor("input"), call.Tensor("index"));
        if (DimensionIndex.Resolve(call, "dim", input.Shape.Length, out var dimension) is { } error)
        {
            return error;
        }

        if (index.Type.Element != ElementType.Int64)
        {
            return OperatorError.Runtime("gather(): Expected dtype int64 for index");
        }

        if (Math.Max(1, input.Shape.Length) != Math.Max(1, index.Shape.Length))
        {
            return OperatorError.Shape("Index tensor must have the same number of dimensions as input tensor");
        }

        for (var axis = 0; axis < index.Shape.Length; axis++)
        {
            if (axis != dimension && index.Shape[axis].Traced() > input.Shape[axis].Traced())
            {
                return OperatorError.Shape(
                    $"Size does not match at dimension {axis} expected index {ShapeText.List(index.Shape)} to be smaller than self {ShapeText.List(input.Shape)} apart from dimension {dimension}");
            }
        }

        return call.Emit(input.Type with { Shape = index.Shape }, 0);
    }

    /// <summary>Elements by their place in the flattened tensor.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The elements, in the shape of the index.</returns>
    public static CallResult Take(OperatorCall call) => call.Tensor("index").Type.Element == ElementType.Int64
        ? call.Emit(call.Tensor("input").Type with { Shape = call.Tensor("index").Shape }, 0)
        : OperatorError.Runtime($"take(): Expected a long tensor for index, but got {ElementTypes.CppName(call.Tensor("index").Type.Element)}");

    /// <summary>One element a place, along a dimension, with broadcasting.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The elements.</returns>
    public static CallResult TakeAlong(OperatorCall call)
    {
        var (input, indices) = (call.Tensor("input"), call.Tensor("indices"));
        if (indices.Type.Element != ElementType.Int64)
        {
            return OperatorError.Runtime($"torch.take_along_dim(): dtype of indices should be Long but got {ElementTypes.CppName(indices.Type.Element)}");
        }

        if (call.IsNone("dim"))
        {
            return call.Emit(input.Type with { Shape = [LinearFit.Fit(call.Scope, batch => indices.Shape.Aggregate(1L, (count, size) => count * size.At(batch)))] }, 0);
        }

        if (input.Shape.Length != indices.Shape.Length)
        {
            return OperatorError.Shape(
                $"torch.take_along_dim(): input and indices should have the same number of dimensions, but got {input.Shape.Length} dimensions for input, and {indices.Shape.Length} dimensions for indices");
        }

        if (DimensionIndex.Resolve(call, "dim", input.Shape.Length, out var dimension) is { } error)
        {
            return error;
        }

        var shape = input.Shape.SetItem(dimension, indices.Shape[dimension]);
        return Broadcasting.Combine(call.Scope, shape, indices.Shape, out var common) is { } mismatch
            ? mismatch
            : call.Emit(input.Type with { Shape = common }, 0);
    }

    /// <summary>Class numbers as vectors with a one.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The vectors.</returns>
    public static CallResult OneHot(OperatorCall call)
    {
        var tensor = call.Tensor("tensor");
        if (tensor.Type.Element != ElementType.Int64)
        {
            return OperatorError.Runtime("one_hot is only applicable to index tensor.");
        }

        return call.Integer("num_classes") > 0
            ? call.Emit(tensor.Type with { Shape = tensor.Shape.Add(call.Integer("num_classes")) }, 0)
            : new OperatorError(FailureClass.DataDependent, "RuntimeError", "The number of classes depends on the values of a tensor.");
    }
}
