using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Pooling;

/// <summary>Puts pooled values back to where they came from.</summary>
internal static class UnpoolingRules
{
    /// <summary>Undoes a maximum pooling.</summary>
    /// <param name="call">The call.</param>
    /// <param name="spatial">The spatial dimensions.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Apply(OperatorCall call, int spatial)
    {
        var (input, indices) = (call.Tensor("input"), call.Tensor("indices"));
        if (!ShapeMath.Same(input.Shape, indices.Shape))
        {
            return OperatorError.Shape(
                $"Expected shape of indices to be same as that of the input tensor ({ShapeText.List(input.Shape)}) but got indices tensor with shape: {ShapeText.List(indices.Shape)}");
        }

        if (input.Shape.Length != spatial + 1 && input.Shape.Length != spatial + 2)
        {
            return OperatorError.Shape($"Input to max_unpooling{spatial}d should be a {spatial + 1}d or {spatial + 2}d Tensor");
        }

        var (kernel, padding) = (call.Integers("kernel_size"), call.Integers("padding"));
        var stride = call.IsNone("stride") || Sequences.Items(call["stride"]) is { Count: 0 } ? kernel : call.Integers("stride");
        call["stride"] = Composition.Integers(stride);
        var size = new Dimension[spatial];
        for (var index = 0; index < spatial; index++)
        {
            var (own, step, window, border) = (input.Shape[input.Shape.Length - spatial + index], stride[index], kernel[index], padding[index]);
            size[index] = ShapeMath.Map(call.Scope, own, value => ((value - 1) * step) + window - (2 * border));
        }

        if (!call.IsNone("output_size"))
        {
            size = [.. call.Dimensions("output_size").TakeLast(spatial)];
        }

        return spatial == 1 ? AsImage(call, input, size[0]) : Emit(call, input, size);
    }

    private static CallResult Emit(OperatorCall call, TensorValue input, Dimension[] size)
    {
        call["output_size"] = new SizeValue([.. size]);
        return call.Emit(input.Type with { Shape = [.. input.Shape[..^size.Length], .. size] }, 0);
    }

    private static CallResult AsImage(OperatorCall call, TensorValue input, Dimension size)
    {
        var (steps, last) = (new Composition(call.Scope), new IntegerValue(-1));
        var image = steps.Call(
            "torch.nn.functional.max_unpool2d",
            new CallArguments(
                [steps.Call("torch.unsqueeze", input, last), steps.Call("torch.unsqueeze", call["indices"], last), Composition.Integers(1, 1)],
                [new("output_size", new SizeValue([size, 1]))]));
        return steps.Result(steps.Call("torch.squeeze", image, last));
    }
}
