using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Indexing;

/// <summary>Tensors with some elements replaced.</summary>
internal static class ScatterRules
{
    /// <summary>Elements of a tensor, or a number, written to places that an index has.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The changed tensor.</returns>
    public static CallResult Scatter(OperatorCall call)
    {
        if (Check(call) is { } error)
        {
            return error;
        }

        var steps = new Composition(call.Scope);
        return steps.Result(call.IsNone("reduce")
            ? steps.Operator("scatter_plain", call["input"], call["dim"], call["index"], call["src"])
            : steps.Operator("scatter_reducing", call["input"], call["dim"], call["index"], call["src"], call["reduce"]));
    }

    /// <summary>Writes along a dimension at places that an index has.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The changed tensor.</returns>
    public static CallResult Same(OperatorCall call) => Check(call) is { } error ? error : Keep(call);

    /// <summary>Writes whole slices at the places that an index has.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The changed tensor.</returns>
    public static CallResult AlongIndex(OperatorCall call)
    {
        var (input, index, source) = (call.Tensor("input"), call.Tensor("index"), call.Tensor("source"));
        if (DimensionIndex.Resolve(call, "dim", input.Shape.Length, out var dimension) is { } error)
        {
            return error;
        }

        if (index.Shape.Length > 1)
        {
            return OperatorError.Index($"{call.Definition.Name}(): Index should have dimension 1 or 0 (got {index.Shape.Length})");
        }

        if (input.Type.Element != source.Type.Element)
        {
            return OperatorError.Runtime(
                $"{call.Definition.Name}(): self ({ElementTypes.CppName(input.Type.Element)}) and source ({ElementTypes.CppName(source.Type.Element)}) must have the same scalar type");
        }

        var count = index.Shape.Length == 0 ? 1 : index.Shape[0].Traced();
        return source.Shape.Length > 0 && count != source.Shape[dimension].Traced()
            ? OperatorError.Shape($"{call.Definition.Name}(): Number of indices ({count}) should be equal to source.size(dim): ({source.Shape[dimension].Traced()}), for dim: {dimension}")
            : Keep(call);
    }

    /// <summary>Writes one index of a dimension.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The changed tensor.</returns>
    public static CallResult Select(OperatorCall call)
    {
        var (input, source) = (call.Tensor("input"), call.Tensor("src"));
        if (DimensionIndex.Resolve(call, "dim", input.Shape.Length, out var dimension) is { } error)
        {
            return error;
        }

        return ShapeMath.Same(input.Shape.RemoveAt(dimension), source.Shape)
            ? Keep(call)
            : OperatorError.Shape(
                $"expected src to have a size equal to the slice of self. src size = {ShapeText.List(source.Shape)}, slice size = {ShapeText.List(input.Shape.RemoveAt(dimension))}");
    }

    /// <summary>Writes a slice of a dimension.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The changed tensor.</returns>
    public static CallResult Slice(OperatorCall call) =>
        DimensionIndex.Resolve(call, "dim", call.Tensor("input").Shape.Length, out _) is { } error ? error : Keep(call);

    /// <summary>Writes anywhere.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The changed tensor.</returns>
    public static CallResult Whole(OperatorCall call) => Keep(call);

    private static CallResult Keep(OperatorCall call) => call.Emit(call.Tensor("input").Type, ShapeMath.SampleElements(call.Tensor("input").Shape));

    private static OperatorError? Check(OperatorCall call)
    {
        var (input, index) = (call.Tensor("input"), call.Tensor("index"));
        if (DimensionIndex.Resolve(call, "dim", input.Shape.Length, out var dimension) is { } error)
        {
            return error;
        }

        if (index.Type.Element != ElementType.Int64)
        {
            return call.Definition.Name == "index_fill"
                ? OperatorError.Index("index_fill_(): Expected dtype int64 for index.")
                : OperatorError.Runtime("scatter(): Expected dtype int64 for index");
        }

        if (call.Definition.Name == "index_fill" || call["src"] is not TensorValue source)
        {
            return null;
        }

        if (source.Type.Element != input.Type.Element)
        {
            return OperatorError.Runtime("scatter(): Expected self.dtype to be equal to src.dtype");
        }

        if (Math.Max(1, index.Shape.Length) != Math.Max(1, source.Shape.Length) || Math.Max(1, index.Shape.Length) != Math.Max(1, input.Shape.Length))
        {
            return OperatorError.Shape(input.Shape.Length == index.Shape.Length
                ? "Index tensor must have the same number of dimensions as src tensor"
                : "Index tensor must have the same number of dimensions as self tensor");
        }

        for (var axis = 0; axis < index.Shape.Length; axis++)
        {
            if ((axis != dimension && index.Shape[axis].Traced() > input.Shape[axis].Traced()) || index.Shape[axis].Traced() > source.Shape[axis].Traced())
            {
                return OperatorError.Shape(
                    $"Expected index {ShapeText.List(index.Shape)} to be smaller than self {ShapeText.List(input.Shape)} apart from dimension {dimension} and to be smaller size than src {ShapeText.List(source.Shape)}");
            }
        }

        return null;
    }
}
