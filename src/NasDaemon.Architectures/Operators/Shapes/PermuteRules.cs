using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Operators.Views;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Shapes;

/// <summary>Rules of exchanging dimensions.</summary>
internal static class PermuteRules
{
    private static readonly Lazy<OperatorDefinition> PermuteDefinition = new(() => ShapeOperators.All.First(definition => definition.Name == "permute"));

    /// <summary>Any order of the dimensions.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Permute(OperatorCall call)
    {
        var (input, dimensions) = (call.Tensor("input"), call.Integers("dims"));
        if (dimensions.Length != input.Shape.Length)
        {
            return OperatorError.Shape(
                $"permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired ordering of dimensions i.e. input.dim() = {input.Shape.Length} is not equal to len(dims) = {dimensions.Length}");
        }

        var order = new int[dimensions.Length];
        var isUsed = new bool[dimensions.Length];
        for (var index = 0; index < order.Length; index++)
        {
            if (DimensionIndex.Resolve(dimensions[index], order.Length, out order[index]) is { } error)
            {
                return error;
            }

            if (isUsed[order[index]])
            {
                return OperatorError.Runtime("permute(): duplicate dims are not allowed.");
            }

            isUsed[order[index]] = true;
        }

        return To(call.Scope, input, order);
    }

    /// <summary>Exchanges two dimensions.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Transpose(OperatorCall call)
    {
        var input = call.Tensor("input");
        if (DimensionIndex.Resolve(call.Integer("dim0"), input.Shape.Length, out var first) is { } firstError)
        {
            return firstError;
        }

        if (DimensionIndex.Resolve(call.Integer("dim1"), input.Shape.Length, out var second) is { } secondError)
        {
            return secondError;
        }

        var order = Enumerable.Range(0, input.Shape.Length).ToArray();
        if (order.Length > 0)
        {
            (order[first], order[second]) = (order[second], order[first]);
        }

        return To(call.Scope, input, order);
    }

    /// <summary>Transposes a matrix.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Matrix(OperatorCall call)
    {
        var input = call.Tensor("input");
        var rank = input.Shape.Length;
        if (call.FunctionName == "t" && rank > 2)
        {
            return OperatorError.Shape($"t() expects a tensor with <= 2 dimensions, but self is {rank}D");
        }

        if (call.FunctionName == "mT" && rank > 2)
        {
            return To(call.Scope, input, [.. Enumerable.Range(0, rank - 2), rank - 1, rank - 2]);
        }

        return To(call.Scope, input, [.. Enumerable.Range(0, rank).Reverse()]);
    }

    /// <summary>Moves dimensions to other places.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Move(OperatorCall call)
    {
        var input = call.Tensor("input");
        var (source, destination) = (call.Integers("source"), call.Integers("destination"));
        if (source.Length != destination.Length)
        {
            return OperatorError.Runtime(
                $"movedim: Invalid source or destination dims: source ({ShapeText.List([.. source.Select(Dimension.FromInt64)])} dims) should contain the same number of dims as destination ({ShapeText.List([.. destination.Select(Dimension.FromInt64)])} dims)");
        }

        var rank = input.Shape.Length;
        var order = Enumerable.Repeat(-1, rank).ToArray();
        var moved = new HashSet<int>();
        for (var index = 0; index < source.Length; index++)
        {
            if (DimensionIndex.Resolve(source[index], rank, out var from) is { } fromError)
            {
                return fromError;
            }

            if (DimensionIndex.Resolve(destination[index], rank, out var to) is { } toError)
            {
                return toError;
            }

            order[to] = from;
            moved.Add(from);
        }

        var rest = new Queue<int>(Enumerable.Range(0, rank).Where(dimension => !moved.Contains(dimension)));
        return To(call.Scope, input, [.. order.Select(dimension => dimension >= 0 ? dimension : rest.Dequeue())]);
    }

    private static CallResult To(TraceScope scope, TensorValue input, int[] order)
    {
        var isIdentity = true;
        var shape = ImmutableArray.CreateBuilder<Dimension>(order.Length);
        var strides = TensorLayout.Of(input);
        var permuted = new long[order.Length];
        for (var index = 0; index < order.Length; index++)
        {
            isIdentity &= order[index] == index;
            shape.Add(input.Shape[order[index]]);
            permuted[index] = strides[order[index]];
        }

        if (isIdentity)
        {
            return input;
        }

        var type = input.Type with { Shape = shape.MoveToImmutable() };
        var arguments = new Value[] { input, Composition.Integers([.. order.Select(index => (long)index)]) };
        var result = NodeWriter.Write(scope, PermuteDefinition.Value, arguments, [type], flops: 0, keepsActivation: false);
        return result.Value is TensorValue tensor ? tensor.WithStrides(TensorLayout.Normalise(type.Shape, permuted)).AsViewOf(input, new PermuteView(order)) : result;
    }
}
