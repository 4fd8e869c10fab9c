using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Operators.Views;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Shapes;

/// <summary>Rules of <c>reshape</c> and <c>view</c>.</summary>
internal static class ReshapeRules
{
    private static readonly Lazy<OperatorDefinition> ReshapeDefinition = new(() => ShapeOperators.All.First(definition => definition.Name == "reshape"));

    /// <summary>Reshapes, copying where the layout asks for it.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Reshape(OperatorCall call)
    {
        var input = call.Tensor("input");
        return ReshapeInference.Resolve(call.Scope, input.Shape, call.Dimensions("shape"), out var shape) is { } error
            ? error
            : To(call.Scope, input, shape);
    }

    /// <summary>Reshapes without a copy, or changes the element type.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult View(OperatorCall call)
    {
        var (input, sizes) = (call.Tensor("input"), Sequences.Items(call["size"])!);
        if (sizes.Count == 1 && Sequences.Items(sizes[0]) is { } inner)
        {
            sizes = inner;
        }

        if (!sizes.All(size => size is IntegerValue))
        {
            if (sizes[0] is IntegerValue)
            {
                var wrong = sizes.ToList().FindIndex(size => size is not IntegerValue);
                return OperatorError.Type($"view(): argument 'size' must be tuple of SymInts, but found element of type {sizes[wrong].TypeName} at pos {wrong + 1}");
            }

            var given = string.Join(", ", sizes.Select(size => size.TypeName));
            return OperatorError.Type($"view() received an invalid combination of arguments - got ({given}), but expected one of:");
        }

        if (ReshapeInference.Resolve(call.Scope, input.Shape, [.. sizes.Cast<IntegerValue>().Select(size => size.Dimension)], out var shape) is { } error)
        {
            return error;
        }

        return TensorLayout.TryView(input, shape) is null
            ? OperatorError.Shape(
                "view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.")
            : To(call.Scope, input, shape);
    }

    /// <summary>Takes the shape of another tensor.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult ViewAs(OperatorCall call)
    {
        var (input, shape) = (call.Tensor("input"), call.Tensor("other").Shape);
        return ShapeMath.Elements(input.Shape) == ShapeMath.Elements(shape)
            ? To(call.Scope, input, shape)
            : OperatorError.Shape($"shape '{ShapeText.List(shape)}' is invalid for input of size {ShapeMath.Elements(input.Shape)}");
    }

    /// <summary>Reshapes to a shape of as many elements.</summary>
    /// <param name="scope">Where the call happens.</param>
    /// <param name="input">The tensor.</param>
    /// <param name="shape">The shape.</param>
    /// <returns>The result; the tensor's value itself where the shape stays.</returns>
    public static CallResult To(TraceScope scope, TensorValue input, ImmutableArray<Dimension> shape)
    {
        if (input.Shape.AsSpan().SequenceEqual(shape.AsSpan()))
        {
            return new TensorValue(input.Type, input.Source).WithContents(input.Contents).WithStrides(input.Strides).AsViewOf(input, WholeView.Instance);
        }

        var view = TensorLayout.TryView(input, shape);
        var strides = view is null ? default : TensorLayout.Normalise(shape, view);
        var result = NodeWriter.Write(
            scope,
            ReshapeDefinition.Value,
            [input, new SizeValue(shape)],
            [input.Type with { Shape = shape }],
            flops: 0,
            keepsActivation: false);
        if (result.Value is not TensorValue tensor)
        {
            return result;
        }

        tensor.WithContents(input.Contents).WithStrides(strides);
        return view is null ? tensor : tensor.AsViewOf(input, new ReshapeView(shape));
    }
}
