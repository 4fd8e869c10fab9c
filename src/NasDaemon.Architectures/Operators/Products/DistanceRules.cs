using NasDaemon.Architectures.Operators.Reductions;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Products;

/// <summary>Distances and similarities.</summary>
internal static class DistanceRules
{
    /// <summary>The distances between all rows of two matrices.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The distances.</returns>
    public static CallResult AllPairs(OperatorCall call)
    {
        var (left, right) = (call.Tensor("x1"), call.Tensor("x2"));
        foreach (var (tensor, name) in ((TensorValue, string)[])[(left, "X1"), (right, "X2")])
        {
            if (tensor.Shape.Length < 2)
            {
                return OperatorError.Shape($"cdist only supports at least 2D tensors, {name} got: {tensor.Shape.Length}D");
            }
        }

        if (left.Shape[^1].Traced() != right.Shape[^1].Traced())
        {
            return OperatorError.Shape($"X1 and X2 must have the same number of columns. X1: {left.Shape[^1].Traced()} X2: {right.Shape[^1].Traced()}");
        }

        if (Broadcasting.Combine(call.Scope, left.Shape[..^2], right.Shape[..^2], out var batch) is { } error)
        {
            return error;
        }

        var type = left.Type with { Shape = [.. batch, left.Shape[^2], right.Shape[^2]] };
        return call.Emit(type, 3 * left.Shape[^1].At(1) * ShapeMath.SampleElements(type.Shape));
    }

    /// <summary>The distances between the rows of a matrix.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The distances.</returns>
    public static CallResult Within(OperatorCall call)
    {
        var input = call.Tensor("input");
        if (input.Shape.Length != 2)
        {
            return OperatorError.Shape($"pdist only supports 2D tensors, got: {input.Shape.Length}D");
        }

        var pairs = ShapeMath.Map(call.Scope, input.Shape[0], rows => rows * (rows - 1) / 2);
        return call.Emit(input.Type with { Shape = [pairs] }, 3 * input.Shape[1].At(1) * pairs.At(1));
    }

    /// <summary>The cosine of the angle between vectors.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The cosines.</returns>
    public static CallResult Cosine(OperatorCall call)
    {
        if (Broadcasting.Combine(call.Scope, call.Tensor("x1").Shape, call.Tensor("x2").Shape, out var shape) is { } mismatch)
        {
            return mismatch;
        }

        return DimensionIndex.Resolve(call, "dim", shape.Length, out var dimension) is { } error
            ? error
            : call.Emit(call.Tensor("x1").Type with { Shape = ReducedShape.After(shape, [dimension], keep: false) }, 6 * ShapeMath.SampleElements(shape));
    }

    /// <summary>The distance between vectors.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The distances.</returns>
    public static CallResult Pairwise(OperatorCall call) =>
        Broadcasting.Combine(call.Scope, call.Tensor("x1").Shape, call.Tensor("x2").Shape, out var shape) is { } mismatch
            ? mismatch
            : call.Emit(
                call.Tensor("x1").Type with { Shape = ReducedShape.After(shape, [shape.Length - 1], call.Flag("keepdim")) },
                4 * ShapeMath.SampleElements(shape));
}
