using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Attention;

/// <summary>Multi-head attention (Vaswani et al. 2017, section 3.2.2), step by step as PyTorch does it.</summary>
internal static class MultiHeadRule
{
    /// <summary>Attention of several heads with projections.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The output and the weights.</returns>
    public static CallResult Apply(OperatorCall call)
    {
        if (MultiHeadChecks.Inputs(call) is { } error)
        {
            return error;
        }

        if (!call.IsNone("static_k") || !call.IsNone("static_v"))
        {
            return OperatorError.Unsupported("Static keys and values are not supported.");
        }

        var steps = new Composition(call.Scope);
        var isBatched = call.Tensor("query").Shape.Length == 3;
        var one = new IntegerValue(1);
        var inputs = ((string[])["query", "key", "value"]).Select(name => isBatched ? call[name] : steps.Call("torch.unsqueeze", call[name], one));
        var heads = new HeadProjection(call, steps, [.. inputs]);
        var (output, weights) = heads.Attend();
        if (!isBatched)
        {
            output = steps.Call("torch.squeeze", output, one);
            weights = weights is TensorValue ? steps.Call("torch.squeeze", weights, new IntegerValue(0)) : weights;
        }

        return steps.Result(new TupleValue([output, weights]));
    }
}
