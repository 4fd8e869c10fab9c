using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Attention;

/// <summary>Scaled dot-product attention (Vaswani et al. 2017, equation 1).</summary>
internal static class ScaledDotProductRule
{
    /// <summary>Attention.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Apply(OperatorCall call)
    {
        var (query, key) = (call.Tensor("query"), call.Tensor("key"));
        if (query.Shape.Length < 2 || key.Shape.Length < 2)
        {
            return OperatorError.Shape("scaled_dot_product_attention: Expected query, key and value to have at least 2 dimensions.");
        }

        var steps = new Composition(call.Scope);
        if (call.Flag("enable_gqa") && query.Shape.Length >= 3 && key.Shape.Length >= 3)
        {
            var groups = new IntegerValue(query.Shape[^3].Traced() / Math.Max(1, key.Shape[^3].Traced()));
            call["key"] = steps.Call("torch.repeat_interleave", key, groups, new IntegerValue(-3));
            call["value"] = steps.Call("torch.repeat_interleave", call["value"], groups, new IntegerValue(-3));
            key = call["key"] as TensorValue ?? key;
        }

        var scale = call.IsNone("scale") ? 1 / Math.Sqrt(query.Shape[^1].Traced()) : call.Float("scale");
        var (last, before) = (new IntegerValue(-1), new IntegerValue(-2));
        var scaled = steps.Call("torch.mul", query, new FloatValue(scale));
        var scores = steps.Call("torch.matmul", scaled, steps.Call("torch.transpose", key, before, last));
        scores = Mask(call, steps, scores, query.Shape[^2], key.Shape[^2]);
        var weights = steps.Call("torch.softmax", scores, last);
        if (call.Float("dropout_p") > 0)
        {
            weights = steps.Call("torch.nn.functional.dropout", weights, call["dropout_p"], BoolValue.True);
        }

        return steps.Result(steps.Call("torch.matmul", weights, call["value"]));
    }

    private static Value Mask(OperatorCall call, Composition steps, Value scores, Dimension rows, Dimension columns)
    {
        var mask = call["attn_mask"];
        if (call.Flag("is_causal"))
        {
            var ones = steps.Call(
                "torch.ones",
                new CallArguments(
                    [new IntegerValue(rows), new IntegerValue(columns)],
                    [new KeywordArgument("dtype", ElementTypeValue.Of(ElementType.Bool))]));
            mask = steps.Call("torch.tril", ones);
        }

        return mask switch
        {
            TensorValue { Type.Element: ElementType.Bool } =>
                steps.Call("torch.masked_fill", scores, steps.Call("torch.logical_not", mask), new FloatValue(double.NegativeInfinity)),
            TensorValue => steps.Call("torch.add", scores, mask),
            _ => scores,
        };
    }
}
