using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Attention;

/// <summary>What PyTorch asserts before multi-head attention, in its order and its words.</summary>
internal static class MultiHeadChecks
{
    /// <summary>Checks query, key and value.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The error; null where they fit.</returns>
    public static OperatorError? Inputs(OperatorCall call)
    {
        foreach (var name in (ReadOnlySpan<string>)["query", "key", "value"])
        {
            if (call[name] is not TensorValue)
            {
                return new OperatorError(FailureClass.UnknownAttribute, "AttributeError", $"'{call[name].TypeName}' object has no attribute 'dim'");
            }
        }

        var (query, key, value) = (call.Tensor("query"), call.Tensor("key"), call.Tensor("value"));
        var rank = query.Shape.Length;
        if (rank is not (2 or 3))
        {
            return Assertion($"query should be unbatched 2D or batched 3D tensor but received {rank}-D query tensor");
        }

        if (key.Shape.Length != rank || value.Shape.Length != rank)
        {
            var form = rank == 3 ? "batched (3-D)" : "unbatched (2-D)";
            return Assertion(
                $"For {form} `query`, expected `key` and `value` to be {rank}-D but found {key.Shape.Length}-D and {value.Shape.Length}-D tensors respectively");
        }

        return Sizes(call, query, key, value);
    }

    private static OperatorError? Sizes(OperatorCall call, TensorValue query, TensorValue key, TensorValue value)
    {
        var (width, expected, heads) = (query.Shape[^1].Traced(), call.Integer("embed_dim_to_check"), call.Integer("num_heads"));
        if (width != expected)
        {
            return Assertion($"was expecting embedding dimension of {expected}, but got {width}");
        }

        if (width % heads != 0)
        {
            return Assertion($"embed_dim {width} not divisible by num_heads {heads}");
        }

        if (call.Flag("use_separate_proj_weight"))
        {
            var (left, right) = (key.Shape[..^1], value.Shape[..^1]);
            return ShapeMath.Same(left, right)
                ? null
                : Assertion($"key's sequence and batch dims torch.Size({ShapeText.List(left)}) do not match value's torch.Size({ShapeText.List(right)})");
        }

        return ShapeMath.Same(key.Shape, value.Shape)
            ? null
            : Assertion($"key shape torch.Size({ShapeText.List(key.Shape)}) does not match value shape torch.Size({ShapeText.List(value.Shape)})");
    }

    private static OperatorError Assertion(string message) => new(FailureClass.ShapeMismatch, "AssertionError", message);
}
