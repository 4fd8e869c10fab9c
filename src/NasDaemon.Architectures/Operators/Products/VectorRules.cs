using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Products;

/// <summary>Products of vectors and small matrices.</summary>
internal static class VectorRules
{
    /// <summary>A matrix times a vector.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The vector.</returns>
    public static CallResult MatrixVector(OperatorCall call)
    {
        var (matrix, vector) = (call.Tensor("input"), call.Tensor("vec"));
        if (matrix.Shape.Length != 2 || vector.Shape.Length != 1)
        {
            return OperatorError.Shape(
                $"vector + matrix @ vector expected, got {1}, {matrix.Shape.Length}, {vector.Shape.Length}");
        }

        return ShapeMath.Match(call.Scope, matrix.Shape[1], vector.Shape[0])
            ? call.Emit(matrix.Type with { Shape = [matrix.Shape[0]] }, 2 * ShapeMath.SampleElements(matrix.Shape))
            : OperatorError.Shape($"size mismatch, got {matrix.Shape[0].Traced()}, {ShapeText.Product(matrix.Shape)},{vector.Shape[0].Traced()}");
    }

    /// <summary>The product of two vectors.</summary>
    /// <param name="call">The call.</param>
    /// <returns>A tensor without dimensions.</returns>
    public static CallResult Dot(OperatorCall call)
    {
        var (left, right) = (call.Tensor("input"), call.Tensor(call.Parameters[1].Name));
        if (left.Shape.Length != 1 || right.Shape.Length != 1)
        {
            return OperatorError.Shape($"1D tensors expected, but got {left.Shape.Length}D and {right.Shape.Length}D tensors");
        }

        return ShapeMath.Match(call.Scope, left.Shape[0], right.Shape[0])
            ? call.Emit(left.Type with { Shape = [] }, 2 * left.Shape[0].At(1))
            : OperatorError.Shape(
                $"inconsistent tensor size, expected tensor {ShapeText.List(left.Shape)} and src {ShapeText.List(right.Shape)} to have the same number of elements, but got {left.Shape[0].Traced()} and {right.Shape[0].Traced()} elements respectively");
    }

    /// <summary>All products of the elements of two vectors.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The matrix.</returns>
    public static CallResult Outer(OperatorCall call)
    {
        var (left, right) = (call.Tensor("input"), call.Tensor("vec2"));
        foreach (var (tensor, name) in ((TensorValue, string)[])[(left, "self"), (right, "vec2")])
        {
            if (tensor.Shape.Length != 1)
            {
                return OperatorError.Shape(
                    $"outer: Expected 1-D argument {name}, but got {tensor.Shape.Length}-D");
            }
        }

        var type = new TensorType([left.Shape[0], right.Shape[0]], TypePromotion.Of(left, right));
        return call.Emit(type, ShapeMath.SampleElements(type.Shape));
    }

    /// <summary>Products along the last dimensions.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Inner(OperatorCall call)
    {
        var (left, right) = (call.Tensor("input"), call.Tensor("other"));
        if (left.Shape.Length == 0 || right.Shape.Length == 0)
        {
            var steps = new Composition(call.Scope);
            return steps.Result(steps.Call("torch.mul", left, right));
        }

        if (!ShapeMath.Match(call.Scope, left.Shape[^1], right.Shape[^1]))
        {
            return OperatorError.Shape(
                $"inner() the last dimension must match on both input tensors but got shapes {ShapeText.List(left.Shape)} and {ShapeText.List(right.Shape)}");
        }

        var type = left.Type with { Shape = [.. left.Shape[..^1], .. right.Shape[..^1]] };
        return call.Emit(type, 2 * left.Shape[^1].At(1) * ShapeMath.SampleElements(type.Shape));
    }

    /// <summary>The Kronecker product.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Kronecker(OperatorCall call)
    {
        var (left, right) = (call.Tensor("input"), call.Tensor("other"));
        var rank = Math.Max(left.Shape.Length, right.Shape.Length);
        var shape = new Dimension[rank];
        for (var index = 0; index < rank; index++)
        {
            var (own, others) = (index - rank + left.Shape.Length, index - rank + right.Shape.Length);
            var (first, second) = (own < 0 ? 1 : left.Shape[own], others < 0 ? 1 : right.Shape[others]);
            shape[index] = LinearFit.Fit(call.Scope, batch => first.At(batch) * second.At(batch));
        }

        return call.Emit(new TensorType([.. shape], TypePromotion.Of(left, right)), ShapeMath.SampleElements([.. shape]));
    }

    /// <summary>The cross product of vectors of three elements.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The vectors.</returns>
    public static CallResult Cross(OperatorCall call)
    {
        var (left, right) = (call.Tensor("input"), call.Tensor("other"));
        if (Broadcasting.Combine(call.Scope, left.Shape, right.Shape, out var shape) is { } mismatch)
        {
            return mismatch;
        }

        if (!call.IsNone("dim"))
        {
            if (DimensionIndex.Resolve(call, "dim", shape.Length, out var dimension) is { } error)
            {
                return error;
            }

            if (left.Shape[dimension].Traced() != 3)
            {
                return OperatorError.Shape(
                    $"linalg.cross: inputs dimension {dimension} must have length 3. Got {left.Shape[dimension].Traced()} and {right.Shape[dimension].Traced()}");
            }
        }

        return call.Emit(new TensorType(shape, TypePromotion.Of(left, right)), 3 * ShapeMath.SampleElements(shape));
    }

    /// <summary>A product of several matrices.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The matrix.</returns>
    public static CallResult Chain(OperatorCall call)
    {
        var steps = new Composition(call.Scope);
        var matrices = call.Tensors("matrices");
        return matrices.Length == 0
            ? OperatorError.Runtime("chain_matmul(): Expected one or more matrices")
            : steps.Result(matrices.Skip(1).Aggregate((Value)matrices[0], (product, matrix) => steps.Call("torch.matmul", product, matrix)));
    }

    /// <summary>A power of a matrix.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The matrix.</returns>
    public static CallResult Power(OperatorCall call)
    {
        var shape = call.Tensor("input").Shape;
        return shape.Length >= 2 && shape[^1].Traced() == shape[^2].Traced()
            ? call.Emit(call.Tensor("input").Type, 2 * Math.Abs(call.Integer("n")) * shape[^1].At(1) * ShapeMath.SampleElements(shape))
            : OperatorError.Shape(shape.Length < 2
                ? "linalg.matrix_power: The input tensor A must have at least 2 dimensions."
                : $"linalg.matrix_power: A must be batches of square matrices, but they are {shape[^2].Traced()} by {shape[^1].Traced()} matrices");
    }
}
