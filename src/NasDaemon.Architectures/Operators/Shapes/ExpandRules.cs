using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Operators.Views;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Shapes;

/// <summary>Rules of repetition, by views and by copies.</summary>
internal static class ExpandRules
{
    private static readonly Lazy<OperatorDefinition> ExpandDefinition = new(() => ShapeOperators.All.First(definition => definition.Name == "expand"));
    private static readonly Lazy<OperatorDefinition> RepeatDefinition = new(() => ShapeOperators.All.First(definition => definition.Name == "repeat"));

    /// <summary>Repeats dimensions of size 1 without a copy.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Expand(OperatorCall call) => To(call.Scope, call.Tensor("input"), call.Dimensions("size"));

    /// <summary>Expands to the shape of another tensor.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult ExpandAs(OperatorCall call) => To(call.Scope, call.Tensor("input"), call.Tensor("other").Shape);

    /// <summary>Expands to a shape.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult BroadcastTo(OperatorCall call) => To(call.Scope, call.Tensor("input"), call.Dimensions("size"));

    /// <summary>Repeats whole dimensions.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Repeat(OperatorCall call)
    {
        var (input, repeats) = (call.Tensor("input"), call.Dimensions("repeats"));
        return repeats.Length < input.Shape.Length
            ? OperatorError.Shape("Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor")
            : Repeat(call.Scope, input, repeats);
    }

    /// <summary>Repeats whole dimensions; missing leading repeats count as 1.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Tile(OperatorCall call)
    {
        var (input, repeats) = (call.Tensor("input"), call.Dimensions("dims"));
        var missing = Math.Max(0, input.Shape.Length - repeats.Length);
        return Repeat(call.Scope, input, [.. Enumerable.Repeat((Dimension)1, missing), .. repeats]);
    }

    /// <summary>Repeats each element of a dimension in place.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult RepeatInterleave(OperatorCall call)
    {
        var (input, repeats) = (call.Tensor("input"), call.Integer("repeats"));
        if (call.IsNone("dim"))
        {
            var elements = LinearFit.Fit(call.Scope, batch => input.Shape.Aggregate(repeats, (product, size) => product * size.At(batch)));
            return call.Emit(input.Type with { Shape = [elements] }, 0);
        }

        if (DimensionIndex.Resolve(call, "dim", input.Shape.Length, out var dimension) is { } error)
        {
            return error;
        }

        var repeated = new Dimension(input.Shape[dimension].BatchMultiple * repeats, input.Shape[dimension].Constant * repeats);
        return call.Emit(input.Type with { Shape = input.Shape.SetItem(dimension, repeated) }, 0);
    }

    private static CallResult Repeat(TraceScope scope, TensorValue input, ImmutableArray<Dimension> repeats)
    {
        var shape = new Dimension[repeats.Length];
        var added = repeats.Length - input.Shape.Length;
        for (var index = 0; index < shape.Length; index++)
        {
            var (repeat, size) = (repeats[index], index < added ? 1 : input.Shape[index - added]);
            shape[index] = LinearFit.Fit(scope, batch => repeat.At(batch) * size.At(batch));
        }

        return NodeWriter.Write(
            scope,
            RepeatDefinition.Value,
            [input, new SizeValue(repeats)],
            [input.Type with { Shape = [.. shape] }],
            flops: 0,
            keepsActivation: true);
    }

    private static CallResult To(TraceScope scope, TensorValue input, ImmutableArray<Dimension> size)
    {
        if (size.Length < input.Shape.Length)
        {
            return OperatorError.Shape(
                $"expand({Describe(input, size)}): the number of sizes provided ({size.Length}) must be greater or equal to the number of dimensions in the tensor ({input.Shape.Length})");
        }

        var shape = size.ToBuilder();
        var added = size.Length - input.Shape.Length;
        var (own, strides) = (TensorLayout.Of(input), new long[size.Length]);
        for (var index = 0; index < size.Length; index++)
        {
            var have = index < added ? 1 : input.Shape[index - added];
            strides[index] = index < added ? 0 : own[index - added];
            if (size[index].Traced() == -1)
            {
                if (index < added)
                {
                    return OperatorError.Shape(
                        $"expand({Describe(input, size)}): expanded size ({size[index].Traced()}) isn't allowed in a leading, non-existing dimension {index}");
                }

                shape[index] = have;
            }
            else if (have.Traced() == 1 && size[index].Traced() != 1)
            {
                strides[index] = 0;
            }
            else if (!ShapeMath.Match(scope, have, size[index]))
            {
                return OperatorError.Shape(
                    $"The expanded size of the tensor ({size[index].Traced()}) must match the existing size ({have.Traced()}) at non-singleton dimension {index}.  Target sizes: {ShapeText.List(size)}.  Tensor sizes: {ShapeText.List(input.Shape)}");
            }
        }

        var target = shape.ToImmutable();
        var result = NodeWriter.Write(
            scope,
            ExpandDefinition.Value,
            [input, new SizeValue(target)],
            [input.Type with { Shape = target }],
            flops: 0,
            keepsActivation: false);
        return result.Value is TensorValue tensor ? tensor.WithStrides(TensorLayout.Normalise(target, strides)).AsViewOf(input, new ExpandView(new SizeValue(target))) : result;
    }

    private static string Describe(TensorValue input, ImmutableArray<Dimension> size)
    {
        var name = ElementTypes.IsFloating(input.Type.Element) ? "torch.FloatTensor" : "torch.LongTensor";
        return $"{name}{{{ShapeText.List(input.Shape)}}}, size={ShapeText.List(size)}";
    }
}
