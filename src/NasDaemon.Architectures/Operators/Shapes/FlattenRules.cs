namespace NasDaemon.Architectures.Operators.Shapes;

/// <summary>Rules of flattening and its opposite.</summary>
internal static class FlattenRules
{
    /// <summary>Joins neighbouring dimensions.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Flatten(OperatorCall call)
    {
        var input = call.Tensor("input");
        var rank = input.Shape.Length;
        if (DimensionIndex.Resolve(call.Integer("start_dim"), rank, out var start) is { } startError)
        {
            return startError;
        }

        if (DimensionIndex.Resolve(call.Integer("end_dim"), rank, out var end) is { } endError)
        {
            return endError;
        }

        if (start > end)
        {
            return OperatorError.Runtime("flatten() has invalid args: start_dim cannot come after end_dim");
        }

        if (rank == 0)
        {
            return ReshapeRules.To(call.Scope, input, [1]);
        }

        if (start == end)
        {
            return input;
        }

        var joined = LinearFit.Fit(call.Scope, batch =>
        {
            var product = 1L;
            for (var index = start; index <= end; index++)
            {
                product *= input.Shape[index].At(batch);
            }

            return product;
        });
        return ReshapeRules.To(call.Scope, input, [.. input.Shape[..start], joined, .. input.Shape[(end + 1)..]]);
    }

    /// <summary>Joins all dimensions.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Ravel(OperatorCall call)
    {
        var input = call.Tensor("input");
        return ReshapeInference.Resolve(call.Scope, input.Shape, [-1], out var shape) is { } error
            ? error
            : ReshapeRules.To(call.Scope, input, shape);
    }

    /// <summary>Splits one dimension into several.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Unflatten(OperatorCall call)
    {
        var (input, sizes) = (call.Tensor("input"), call.Dimensions("sizes"));
        if (DimensionIndex.Resolve(call, "dim", input.Shape.Length, out var dimension) is { } error)
        {
            return error;
        }

        if (sizes.Length == 0)
        {
            return OperatorError.Runtime("unflatten: sizes must be non-empty");
        }

        if (ReshapeInference.Resolve(call.Scope, [input.Shape[dimension]], sizes, out var parts) is not null)
        {
            return OperatorError.Shape(
                $"unflatten: Provided sizes {ShapeText.List(sizes)} don't multiply up to the size of dim {dimension} ({input.Shape[dimension].Traced()}) in the input tensor");
        }

        return ReshapeRules.To(call.Scope, input, [.. input.Shape[..dimension], .. parts, .. input.Shape[(dimension + 1)..]]);
    }
}
