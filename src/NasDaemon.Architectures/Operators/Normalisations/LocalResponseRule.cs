using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Normalisations;

/// <summary>Local response normalisation (Krizhevsky, Sutskever and Hinton 2012, section 3.3), as PyTorch composes it.</summary>
internal static class LocalResponseRule
{
    /// <summary>Divides by a power of the mean square over neighbouring channels.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Apply(OperatorCall call)
    {
        var input = call.Tensor("input");
        if (input.Shape.Length < 3)
        {
            return OperatorError.Value(
                $"Expected 3D or higher dimensionality                          input (got {input.Shape.Length} dimensions)");
        }

        if (input.Shape.Length != 4)
        {
            return OperatorError.Unsupported("local_response_norm() is supported for batches of images only.");
        }

        var size = call.Integer("size");
        var steps = new Composition(call.Scope);
        var squares = steps.Call("torch.mul", input, input);
        var padded = steps.Call(
            "torch.nn.functional.pad",
            steps.Call("torch.unsqueeze", squares, new IntegerValue(1)),
            Composition.Integers(0, 0, 0, 0, size / 2, (size - 1) / 2));
        var pooled = steps.Call("torch.nn.functional.avg_pool3d", padded, Composition.Integers(size, 1, 1), Composition.Integers(1, 1, 1));
        var mean = steps.Call("torch.squeeze", pooled, new IntegerValue(1));
        var scaled = steps.Call("torch.add", steps.Call("torch.mul", mean, call["alpha"]), call["k"]);
        return steps.Result(steps.Call("torch.div", input, steps.Call("torch.pow", scaled, call["beta"])));
    }
}
