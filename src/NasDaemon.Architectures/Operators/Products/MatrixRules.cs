using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Products;

/// <summary>Rules of matrix products.</summary>
internal static class MatrixRules
{
    /// <summary>A product of two matrices.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Plain(OperatorCall call)
    {
        var (left, right) = (call.Tensor("input"), call.Tensor("mat2"));
        if (left.Shape.Length != 2)
        {
            return OperatorError.Shape("self must be a matrix");
        }

        if (right.Shape.Length != 2)
        {
            return OperatorError.Shape("mat2 must be a matrix");
        }

        return ShapeMath.Match(call.Scope, left.Shape[1], right.Shape[0])
            ? Emit(call, left, [left.Shape[0], right.Shape[1]], left.Shape[1])
            : Mismatch(left.Shape, right.Shape);
    }

    /// <summary>A product of two batches of matrices.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Batched(OperatorCall call)
    {
        var (left, right) = (call.Tensor("input"), call.Tensor("mat2"));
        if (left.Shape.Length != 3)
        {
            return OperatorError.Shape("batch1 must be a 3D tensor");
        }

        if (right.Shape.Length != 3)
        {
            return OperatorError.Shape("batch2 must be a 3D tensor");
        }

        var (batch, inner) = (left.Shape[0], left.Shape[2]);
        return ShapeMath.Match(call.Scope, batch, right.Shape[0]) && ShapeMath.Match(call.Scope, inner, right.Shape[1])
            ? Emit(call, left, [batch, left.Shape[1], right.Shape[2]], inner)
            : BatchMismatch(batch.Traced(), inner.Traced(), right.Shape[0].Traced(), right.Shape[1].Traced());
    }

    /// <summary>Python's <c>@</c>: vectors, matrices and batches of them, which broadcast.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Multiply(OperatorCall call)
    {
        var (left, right) = (call.Tensor("input"), call.Tensor("other"));
        if (left.Shape.Length == 0 || right.Shape.Length == 0)
        {
            return OperatorError.Shape(
                $"both arguments to matmul need to be at least 1D, but they are {left.Shape.Length}D and {right.Shape.Length}D");
        }

        var first = left.Shape.Length == 1 ? left.Shape.Insert(0, 1) : left.Shape;
        var second = right.Shape.Length == 1 ? right.Shape.Add(1) : right.Shape;
        var inner = first[^1];
        if (!ShapeMath.Match(call.Scope, inner, second[^2]))
        {
            return InnerMismatch(call.Scope, left, right, first, second);
        }

        if (Broadcasting.Combine(call.Scope, first[..^2], second[..^2], out var batch) is { } error)
        {
            return error;
        }

        var shape = batch.ToBuilder();
        if (left.Shape.Length > 1)
        {
            shape.Add(first[^2]);
        }

        if (right.Shape.Length > 1)
        {
            shape.Add(second[^1]);
        }

        return Emit(call, left, shape.ToImmutable(), inner);
    }

    private static CallResult Emit(OperatorCall call, TensorValue left, ImmutableArray<Dimension> shape, Dimension inner) =>
        call.Emit(left.Type with { Shape = shape }, 2 * inner.At(1) * ShapeMath.SampleElements(shape));

    private static OperatorError InnerMismatch(
        TraceScope scope,
        TensorValue left,
        TensorValue right,
        ImmutableArray<Dimension> first,
        ImmutableArray<Dimension> second)
    {
        if (left.Shape.Length == 1 && right.Shape.Length == 1)
        {
            return OperatorError.Shape(
                $"inconsistent tensor size, expected tensor {ShapeText.List(left.Shape)} and src {ShapeText.List(right.Shape)} to have the same number of elements, but got {left.Shape[0].Traced()} and {right.Shape[0].Traced()} elements respectively");
        }

        if (left.Shape.Length <= 2 && right.Shape.Length == 1)
        {
            return OperatorError.Shape(
                $"size mismatch, got {first[0].Traced()}, {ShapeText.Product(first)},{right.Shape[0].Traced()}");
        }

        if (second.Length == 2)
        {
            var rows = first.Take(first.Length - 1).Aggregate(1L, (product, size) => product * size.Traced());
            return Mismatch([rows, first[^1]], second);
        }

        if (Broadcasting.Combine(scope, first[..^2], second[..^2], out var batch) is { } error)
        {
            return error;
        }

        var batches = ShapeMath.Elements(batch);
        return BatchMismatch(batches, first[^1].Traced(), batches, second[^2].Traced());
    }

    private static OperatorError Mismatch(ImmutableArray<Dimension> left, ImmutableArray<Dimension> right) => OperatorError.Shape(
        $"mat1 and mat2 shapes cannot be multiplied ({ShapeText.Product(left)} and {ShapeText.Product(right)})");

    private static OperatorError BatchMismatch(long batch, long inner, long otherBatch, long otherInner) => OperatorError.Shape(
        $"Expected size for first two dimensions of batch2 tensor to be: [{batch}, {inner}] but got: [{otherBatch}, {otherInner}].");
}
