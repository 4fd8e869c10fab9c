using System.Collections.Immutable;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Indexing;

/// <summary>Indexing by tensors.</summary>
internal static class TensorIndexRules
{
    /// <summary>Reads.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The elements at the indices.</returns>
    public static CallResult Read(OperatorCall call)
    {
        var input = call.Tensor("input");
        return ResultShape(call.Scope, input, Sequences.Items(call["indices"])!, out var shape) is { } error
            ? error
            : call.Emit(input.Type with { Shape = shape }, 0);
    }

    /// <summary>Writes.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor with the values at the indices.</returns>
    public static CallResult Write(OperatorCall call)
    {
        var (input, values) = (call.Tensor("input"), call.Tensor("values"));
        if (Sequences.Items(call["indices"]) is not { } indices)
        {
            return OperatorError.Type($"index_put_(): argument 'indices' (position 1) must be tuple of Tensors, not {call["indices"].TypeName}");
        }

        if (ResultShape(call.Scope, input, indices, out var shape) is { } error)
        {
            return error;
        }

        if (input.Type.Element != values.Type.Element)
        {
            return OperatorError.Runtime(
                $"Index put requires the source and destination dtypes match, got {ElementTypes.CppName(input.Type.Element)} for the destination and {ElementTypes.CppName(values.Type.Element)} for the source.");
        }

        return FitsInto(call.Scope, values.Shape, shape)
            ? call.Emit(input.Type, ShapeMath.SampleElements(shape))
            : OperatorError.Shape(
                $"shape mismatch: value tensor of shape {ShapeText.List(values.Shape)} cannot be broadcast to indexing result of shape {ShapeText.List(shape)}");
    }

    private static bool FitsInto(TraceScope scope, ImmutableArray<Dimension> values, ImmutableArray<Dimension> target) =>
        Broadcasting.Combine(scope, values, target, out var common) is null && (ShapeMath.Same(common, target) || values.All(size => size.Traced() == 1));

    // The dimensions of the indices stand where the first index stood, or in front where other dimensions lie between the indices.
    private static OperatorError? ResultShape(TraceScope scope, TensorValue input, IReadOnlyList<Value> indices, out ImmutableArray<Dimension> shape)
    {
        var places = Enumerable.Range(0, indices.Count).Where(place => indices[place] is TensorValue).ToArray();
        shape = [];
        ImmutableArray<Dimension> common = [];
        foreach (var place in places)
        {
            if (Broadcasting.Combine(scope, common, ((TensorValue)indices[place]).Shape, out common) is not null)
            {
                var shapes = places.Select(index => ShapeText.List(((TensorValue)indices[index]).Shape));
                return new OperatorError(
                    FailureClass.ShapeMismatch,
                    "IndexError",
                    $"shape mismatch: indexing tensors could not be broadcast together with shapes {string.Join(", ", shapes)}");
            }
        }

        var isAdjacent = places[^1] - places[0] == places.Length - 1;
        var rest = input.Shape.Where((_, place) => !places.Contains(place)).ToList();
        rest.InsertRange(isAdjacent ? places[0] : 0, common);
        shape = [.. rest];
        return null;
    }
}
