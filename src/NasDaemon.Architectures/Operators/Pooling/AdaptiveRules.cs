using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Pooling;

/// <summary>Shape rule and cost of pooling to a given size.</summary>
internal static class AdaptiveRules
{
    /// <summary>Pools to a given size; <c>None</c> keeps a dimension.</summary>
    /// <param name="call">The call.</param>
    /// <param name="spatial">How many spatial dimensions it has.</param>
    /// <returns>The result.</returns>
    public static CallResult Apply(OperatorCall call, int spatial)
    {
        var input = call.Tensor("input");
        if (call.Parameters.Count > 2 && call.Flag("return_indices"))
        {
            return OperatorError.Unsupported("Pooling that returns indices is not supported.");
        }

        if (input.Shape.Length != spatial + 1 && input.Shape.Length != spatial + 2)
        {
            return OperatorError.Shape(RankMessage(call, spatial, input));
        }

        if (ReadSize(call, spatial, input) is not { } size)
        {
            return OperatorError.Type(
                $"{call.Definition.Name}(): argument 'output_size' must be tuple of ints, but found element of type {call["output_size"].TypeName}");
        }

        if (size.Count != spatial)
        {
            return OperatorError.Runtime($"{call.Definition.Name}: output_size must be {spatial}");
        }

        call["output_size"] = new TupleValue([.. size]);
        var first = input.Shape.Length - spatial;
        var shape = input.Shape.ToBuilder();
        for (var index = 0; index < spatial; index++)
        {
            shape[first + index] = size[index].Dimension;
        }

        return call.Emit(
            input.Type with { Shape = shape.ToImmutable() },
            ShapeMath.SampleElements(input.Shape),
            TensorLayout.Spatial(input, shape.ToImmutable()));
    }

    private static List<IntegerValue>? ReadSize(OperatorCall call, int spatial, TensorValue input)
    {
        var items = Sequences.Items(call["output_size"]) ?? [.. Enumerable.Repeat(call["output_size"], spatial)];
        var size = new List<IntegerValue>(items.Count);
        var first = input.Shape.Length - spatial;
        for (var index = 0; index < items.Count; index++)
        {
            switch (items[index])
            {
                case NoneValue:
                    size.Add(new IntegerValue(input.Shape[first + index]));
                    break;
                case IntegerValue integer:
                    size.Add(integer);
                    break;
                default:
                    return null;
            }
        }

        return size;
    }

    private static string RankMessage(OperatorCall call, int spatial, TensorValue input)
    {
        var isMaximum = call.Definition.Name.StartsWith("adaptive_max", StringComparison.Ordinal);
        return isMaximum || spatial == 1
            ? $"{call.Definition.Name}(): Expected {spatial + 1}D or {spatial + 2}D tensor, but got: {ShapeText.List(input.Shape)}"
            : $"{call.Definition.Name}(): Expected {spatial + 1}D or {spatial + 2}D tensor, but got {ShapeText.List(input.Shape)}";
    }
}
