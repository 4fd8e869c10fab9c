namespace NasDaemon.Architectures.Operators.Shapes;

/// <summary>Rules of dimensions of size 1 that come and go.</summary>
internal static class SqueezeRules
{
    /// <summary>Removes dimensions of size 1.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Squeeze(OperatorCall call)
    {
        var input = call.Tensor("input");
        if (call.IsNone("dim"))
        {
            return ReshapeRules.To(call.Scope, input, [.. input.Shape.Where(size => size.Traced() != 1)]);
        }

        if (DimensionIndex.Resolve(call.Integer("dim"), input.Shape.Length, out var dimension) is { } error)
        {
            return error;
        }

        return input.Shape.Length == 0 || input.Shape[dimension].Traced() != 1
            ? input
            : ReshapeRules.To(call.Scope, input, input.Shape.RemoveAt(dimension));
    }

    /// <summary>Adds a dimension of size 1.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Unsqueeze(OperatorCall call)
    {
        var input = call.Tensor("input");
        return DimensionIndex.Resolve(call.Integer("dim"), input.Shape.Length + 1, out var dimension) is { } error
            ? error
            : ReshapeRules.To(call.Scope, input, input.Shape.Insert(dimension, 1));
    }
}
