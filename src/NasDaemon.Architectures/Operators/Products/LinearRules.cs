using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Products;

/// <summary>Rules of linear layers.</summary>
internal static class LinearRules
{
    /// <summary>A linear layer.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Linear(OperatorCall call)
    {
        var (input, weight) = (call.Tensor("input"), call.Tensor("weight"));
        if (input.Shape.Length == 0)
        {
            return OperatorError.Shape("both arguments to linear need to be at least 1D, but they are 0D and 2D");
        }

        if (input.Shape[^1].Traced() != weight.Shape[^1].Traced())
        {
            var rows = input.Shape.Take(input.Shape.Length - 1).Aggregate(1L, (product, size) => product * size.Traced());
            return OperatorError.Shape(
                $"mat1 and mat2 shapes cannot be multiplied ({rows}x{input.Shape[^1].Traced()} and {weight.Shape[1].Traced()}x{weight.Shape[0].Traced()})",
                $"The layer takes {weight.Shape[^1].Traced()} features; what it is applied to has {input.Shape[^1].Traced()}.");
        }

        if (!ShapeMath.Match(call.Scope, input.Shape[^1], weight.Shape[^1]))
        {
            return OperatorError.Shape("The features depend on the batch size.");
        }

        var shape = input.Shape.SetItem(input.Shape.Length - 1, weight.Shape[0]);
        var perOutput = (2 * weight.Shape[1].Traced()) + (call.IsNone("bias") ? 0 : 1);
        return call.Emit(input.Type with { Shape = shape }, ShapeMath.SampleElements(shape) * perOutput);
    }

    /// <summary>A bilinear layer.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Bilinear(OperatorCall call)
    {
        var (first, second, weight) = (call.Tensor("input1"), call.Tensor("input2"), call.Tensor("weight"));
        if (first.Shape.Length != second.Shape.Length)
        {
            return OperatorError.Shape(
                $"bilinear(): input dimensions do not match: got {first.Shape.Length} and {second.Shape.Length}");
        }

        foreach (var (tensor, dimension, number) in ((TensorValue Tensor, int Dimension, int Number)[])[(first, 1, 1), (second, 2, 2)])
        {
            var (got, wanted) = (tensor.Shape[^1].Traced(), weight.Shape[dimension].Traced());
            if (got != wanted)
            {
                return OperatorError.Shape($"bilinear(): input{number} size does not match weight size: got {got} but expected {wanted}");
            }
        }

        var shape = first.Shape.SetItem(first.Shape.Length - 1, weight.Shape[0]);
        return call.Emit(
            first.Type with { Shape = shape },
            ShapeMath.SampleElements(shape) * 3 * weight.Shape[1].Traced() * weight.Shape[2].Traced());
    }
}
