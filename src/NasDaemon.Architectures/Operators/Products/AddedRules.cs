using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Products;

/// <summary>A tensor plus a product: <c>beta × input + alpha × product</c>.</summary>
internal static class AddedRules
{
    /// <summary>Computes the sum.</summary>
    /// <param name="call">The call.</param>
    /// <param name="product">The function that multiplies.</param>
    /// <param name="left">Its first argument.</param>
    /// <param name="right">Its second argument.</param>
    /// <returns>The sum.</returns>
    public static CallResult Apply(OperatorCall call, string product, string left, string right)
    {
        var steps = new Composition(call.Scope);
        var result = steps.Call(product, call[left], call[right]);
        if (call.Definition.Name == "addbmm")
        {
            result = steps.Call("torch.sum", result, new IntegerValue(0));
        }

        if (steps.Error is null && result is TensorValue tensor
            && (Broadcasting.Combine(call.Scope, call.Tensor("input").Shape, tensor.Shape, out var shape) is not null || !ShapeMath.Same(shape, tensor.Shape)))
        {
            var given = call.Tensor("input").Shape;
            return OperatorError.Shape(given.Length > tensor.Shape.Length
                ? $"expand(torch.FloatTensor{{{ShapeText.List(given)}}}, size={ShapeText.List(tensor.Shape)}): the number of sizes provided ({tensor.Shape.Length}) must be greater or equal to the number of dimensions in the tensor ({given.Length})"
                : ExpandError(given, tensor));
        }

        if (Numbers.ToDouble(call["alpha"]) != 1)
        {
            result = steps.Call("torch.mul", result, call["alpha"]);
        }

        var beta = Numbers.ToDouble(call["beta"]);
        if (beta == 0)
        {
            return steps.Result(result);
        }

        var scaled = beta == 1 ? call["input"] : steps.Call("torch.mul", call["input"], call["beta"]);
        return steps.Result(steps.Call("torch.add", result, scaled));
    }

    private static string ExpandError(System.Collections.Immutable.ImmutableArray<Abstractions.Graphs.Dimension> given, TensorValue product)
    {
        for (var back = 1; back <= given.Length; back++)
        {
            var (own, wanted) = (given[^back].Traced(), product.Shape[^back].Traced());
            if (own != 1 && own != wanted)
            {
                return $"The expanded size of the tensor ({wanted}) must match the existing size ({own}) at non-singleton dimension {product.Shape.Length - back}.  Target sizes: {ShapeText.List(product.Shape)}.  Tensor sizes: {ShapeText.List(given)}";
            }
        }

        return $"The expanded size of the tensor does not fit {ShapeText.List(product.Shape)}";
    }
}
