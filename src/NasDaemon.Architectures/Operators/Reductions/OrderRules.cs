using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Reductions;

/// <summary>Shape rules of functions that sort.</summary>
internal static class OrderRules
{
    private static readonly string[] Names = ["values", "indices"];

    /// <summary>Values with their places, along a dimension; reduced where the function has <c>keepdim</c>.</summary>
    /// <param name="call">The call.</param>
    /// <returns>A named pair.</returns>
    public static CallResult Pair(OperatorCall call)
    {
        var input = call.Tensor("input");
        if (DimensionIndex.Resolve(call, "dim", input.Shape.Length, out var dimension) is { } error)
        {
            return error;
        }

        var isReduced = call.Has("keepdim") && input.Shape.Length > 0;
        return Emit(call, isReduced ? ReducedShape.After(input.Shape, [dimension], call.Flag("keepdim")) : input.Shape);
    }

    /// <summary>The places in sorted order.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The places.</returns>
    public static CallResult Indices(OperatorCall call) =>
        DimensionIndex.Resolve(call, "dim", call.Tensor("input").Shape.Length, out _) is { } error
            ? error
            : call.Emit(call.Tensor("input").Type with { Element = ElementType.Int64 }, ShapeMath.SampleElements(call.Tensor("input").Shape));

    /// <summary>The largest elements.</summary>
    /// <param name="call">The call.</param>
    /// <returns>A named pair.</returns>
    public static CallResult Largest(OperatorCall call)
    {
        var (input, count) = (call.Tensor("input"), call.Integer("k"));
        if (DimensionIndex.Resolve(call, "dim", input.Shape.Length, out var dimension) is { } error)
        {
            return error;
        }

        var size = input.Shape.Length == 0 ? 1 : input.Shape[dimension].Traced();
        if (count < 0 || count > size)
        {
            return OperatorError.Shape("selected index k out of range");
        }

        return Emit(call, input.Shape.Length == 0 ? input.Shape : input.Shape.SetItem(dimension, ((IntegerValue)call["k"]).Dimension));
    }

    /// <summary>The middle element, of all or along a dimension.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The element, or a named pair.</returns>
    public static CallResult Median(OperatorCall call)
    {
        if (!call.IsNone("dim"))
        {
            return Pair(call);
        }

        var input = call.Tensor("input");
        return OperatorCatalogue.Default.TryFindOperator($"{call.Definition.Name}_all", out var definition)
            ? NodeWriter.Write(
                call.Scope, definition, [input], [new TensorType([], input.Type.Element)], ShapeMath.SampleElements(input.Shape), keepsActivation: true)
            : OperatorError.Unsupported("The middle of all elements is not supported.");
    }

    /// <summary>The extreme so far, with its place.</summary>
    /// <param name="call">The call.</param>
    /// <returns>A named pair.</returns>
    public static CallResult Running(OperatorCall call) =>
        DimensionIndex.Resolve(call, "dim", call.Tensor("input").Shape.Length, out _) is { } error ? error : Emit(call, call.Tensor("input").Shape);

    /// <summary>The smallest and the largest element.</summary>
    /// <param name="call">The call.</param>
    /// <returns>A named pair.</returns>
    public static CallResult Bounds(OperatorCall call)
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

        var type = input.Type with { Shape = ReducedShape.After(input.Shape, dimensions, call.Flag("keepdim")) };
        var result = call.EmitMany([type, type], 2 * ShapeMath.SampleElements(input.Shape));
        return result.Value is TupleValue pair ? new NamedTupleValue("torch.return_types.aminmax", ["min", "max"], pair.Items) : result;
    }

    private static CallResult Emit(OperatorCall call, ImmutableArray<Dimension> shape)
    {
        var input = call.Tensor("input");
        var result = call.EmitMany([input.Type with { Shape = shape }, new TensorType(shape, ElementType.Int64)], ShapeMath.SampleElements(input.Shape));
        return result.Value is TupleValue pair ? new NamedTupleValue($"torch.return_types.{call.Definition.Name}", Names, pair.Items) : result;
    }
}
