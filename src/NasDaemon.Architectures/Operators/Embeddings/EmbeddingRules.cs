using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Embeddings;

/// <summary>Shape rules of look-up tables.</summary>
internal static class EmbeddingRules
{
    /// <summary>Rows of a table.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The rows.</returns>
    public static CallResult Lookup(OperatorCall call)
    {
        var (input, weight) = (call.Tensor("input"), call.Tensor("weight"));
        if (weight.Shape.Length != 2)
        {
            return OperatorError.Shape("'weight' must be 2-D");
        }

        var rows = weight.Shape[0].Traced();
        var padding = call.IsNone("padding_idx") ? -1 : call.Integer("padding_idx");
        if (!call.IsNone("padding_idx") && (padding >= rows || padding < -rows))
        {
            return new OperatorError(
                Abstractions.Failures.FailureClass.WrongArguments, "AssertionError", "Padding_idx must be within num_embeddings");
        }

        if (input.Type.Element is not (ElementType.Int64 or ElementType.Int32))
        {
            return OperatorError.Runtime(
                $"Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got {TypeText(input)} instead (while checking arguments for embedding)");
        }

        if (input.Contents is LiteralInitialisation literal && literal.Values.Any(value => value < 0 || value >= rows))
        {
            return OperatorError.Index("index out of range in self");
        }

        var steps = new Composition(call.Scope);
        var row = new IntegerValue(call.IsNone("padding_idx") ? -1 : padding < 0 ? padding + rows : padding);
        Value[] arguments = [weight, input, row, call["scale_grad_by_freq"], call["sparse"]];
        return steps.Result(call.IsNone("max_norm")
            ? steps.Operator("embedding_node", arguments)
            : steps.Operator("embedding_limited", [.. arguments, call["max_norm"], call["norm_type"]]));
    }

    /// <summary>The operator of the graph.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The rows.</returns>
    public static CallResult Node(OperatorCall call)
    {
        var (weight, indices) = (call.Tensor("weight"), call.Tensor("indices"));
        return call.Emit(weight.Type with { Shape = indices.Shape.Add(weight.Shape[1]) }, 0);
    }

    /// <summary>Sums, means or maxima of rows of a table.</summary>
    /// <param name="call">The call.</param>
    /// <returns>One row a bag.</returns>
    public static CallResult Bag(OperatorCall call)
    {
        var input = call.Tensor("input");
        if (input.Shape.Length is not (1 or 2))
        {
            return OperatorError.Value($"input has to be 1D or 2D Tensor, but got Tensor of dimension {input.Shape.Length}");
        }

        if (input.Shape.Length == 2 && !call.IsNone("offsets"))
        {
            return OperatorError.Value(
                "if input is 2D, then offsets has to be None, as input is treated is a mini-batch of fixed length sequences. However, found offsets of type <class 'torch.Tensor'>");
        }

        if (input.Shape.Length == 1 && call.TensorOrNull("offsets") is not { Shape.Length: 1 })
        {
            return OperatorError.Value(
                call.IsNone("offsets") ? "offsets has to be a 1D Tensor but got None" : "offsets has to be a 1D Tensor");
        }

        if (!call.IsNone("max_norm") || !call.IsNone("padding_idx"))
        {
            return OperatorError.Unsupported("embedding_bag() with max_norm or padding_idx is not supported.");
        }

        var mode = ((TextValue)call["mode"]).Value;
        if (mode is not ("sum" or "mean" or "max"))
        {
            return OperatorError.Value("mode has to be one of sum, mean or max");
        }

        if (mode != "sum" && !call.IsNone("per_sample_weights"))
        {
            return new OperatorError(
                Abstractions.Failures.FailureClass.WrongArguments,
                "NotImplementedError",
                $"embedding_bag: per_sample_weights was not None. per_sample_weights is only supported for mode='sum' (got mode='{mode}'). Please open a feature request on GitHub.");
        }

        var (steps, axis) = (new Composition(call.Scope), new IntegerValue(1));
        if (call["offsets"] is TensorValue offsets)
        {
            var number = new IntegerValue(Array.IndexOf(["sum", "mean", "max"], mode));
            return steps.Result(steps.Operator(
                "embedding_bag_node",
                call["weight"], input, offsets, call["scale_grad_by_freq"], number, call["sparse"], call["per_sample_weights"], call["include_last_offset"]));
        }

        var rows = steps.Call("torch.nn.functional.embedding", input, call["weight"]);
        if (call["per_sample_weights"] is TensorValue weights)
        {
            rows = steps.Call("torch.mul", rows, steps.Call("torch.unsqueeze", weights, new IntegerValue(-1)));
        }

        return steps.Result(mode == "max" ? steps.Call("torch.amax", rows, axis) : steps.Call($"torch.{mode}", rows, axis));
    }

    /// <summary>The operator of the graph for bags that begin at given places.</summary>
    /// <param name="call">The call.</param>
    /// <returns>One row a bag.</returns>
    public static CallResult BagNode(OperatorCall call)
    {
        var (weight, bags) = (call.Tensor("weight"), call.Tensor("offsets").Shape[0]);
        var count = call.Flag("include_last_offset") ? ShapeMath.Add(bags, -1) : bags;
        return call.Emit(weight.Type with { Shape = [count, weight.Shape[1]] }, 0);
    }

    private static string TypeText(TensorValue tensor) => $"torch.{ElementTypes.CppName(tensor.Type.Element)}Tensor";
}
