using NasDaemon.Abstractions.Graphs;
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
        if (input.Shape.Length != spatial + 1 && input.Shape.Length != spatial + 2)
        {
            return IsGlobalAverage(call, spatial, input) ? GlobalAverage(call, spatial) : OperatorError.Shape(RankMessage(call, spatial, input));
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

        var type = input.Type with { Shape = shape.ToImmutable() };
        if (call.Has("return_indices") && call.Flag("return_indices"))
        {
            var steps = new Composition(call.Scope);
            return steps.Result(steps.Operator($"{call.Definition.Name}_with_indices", input, call["output_size"]));
        }

        return call.Definition.Name.EndsWith("_with_indices", StringComparison.Ordinal)
            ? call.EmitMany([type, type with { Element = ElementType.Int64 }], ShapeMath.SampleElements(input.Shape))
            : call.Emit(type, ShapeMath.SampleElements(input.Shape), TensorLayout.Spatial(input, type.Shape));
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

    // PyTorch turns a pooling to 1×1 into a mean before it looks at the rank, so that it runs on tensors that other sizes refuse.
    private static bool IsGlobalAverage(OperatorCall call, int spatial, TensorValue input) =>
        spatial > 1
        && input.Shape.Length >= spatial
        && call.Definition.Name.StartsWith("adaptive_avg", StringComparison.Ordinal)
        && (Sequences.Items(call["output_size"]) ?? [call["output_size"]]).All(size => size is IntegerValue { Traced: 1 });

    private static CallResult GlobalAverage(OperatorCall call, int spatial)
    {
        var steps = new Composition(call.Scope);
        var dimensions = Composition.Integers([.. Enumerable.Range(1, spatial).Select(index => (long)-index)]);
        return steps.Result(steps.Call("torch.mean", call["input"], dimensions, BoolValue.True));
    }

    private static string RankMessage(OperatorCall call, int spatial, TensorValue input)
    {
        if (spatial == 1)
        {
            return $"Expected 2 to 3 dimensions, but got {input.Shape.Length}-dimensional tensor for argument #1 'self' (while checking arguments for {call.Definition.Name})";
        }

        var isMaximum = call.Definition.Name.StartsWith("adaptive_max", StringComparison.Ordinal);
        return isMaximum
            ? $"{call.Definition.Name}(): Expected {spatial + 1}D or {spatial + 2}D tensor, but got: {ShapeText.List(input.Shape)}"
            : $"{call.Definition.Name}(): Expected {spatial + 1}D or {spatial + 2}D tensor, but got {ShapeText.List(input.Shape)}";
    }
}
