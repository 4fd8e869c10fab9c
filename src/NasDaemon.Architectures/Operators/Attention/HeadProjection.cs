using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Attention;

/// <summary>The heads of one multi-head attention: projections, attention and the way back.</summary>
/// <param name="call">The call with its weights.</param>
/// <param name="steps">Collects the steps.</param>
/// <param name="inputs">Query, key and value, each (length, batch, width).</param>
internal sealed class HeadProjection(OperatorCall call, Composition steps, Value[] inputs)
{
    private static readonly IntegerValue Zero = new(0);
    private static readonly IntegerValue One = new(1);
    private static readonly IntegerValue Last = new(-1);
    private static readonly IntegerValue BeforeLast = new(-2);

    private readonly long _heads = call.Integer("num_heads");
    private readonly Dimension _length = ((TensorValue)inputs[0]).Shape[0];
    private readonly Dimension _batch = ((TensorValue)inputs[0]).Shape[1];
    private readonly long _width = ((TensorValue)inputs[0]).Shape[2].Traced();

    /// <summary>Runs the attention.</summary>
    /// <returns>The output (length, batch, width), and the weights or <c>None</c>.</returns>
    public (Value Output, Value Weights) Attend()
    {
        var parts = call.Flag("use_separate_proj_weight") ? Separate() : Packed();
        var (query, key, value) = (parts[0], Extend(parts[1], "bias_k"), Extend(parts[2], "bias_v"));
        (query, key, value) = (Split(query), WithZero(Split(key)), WithZero(Split(value)));
        var scaled = steps.Call("torch.div", query, new FloatValue(Math.Sqrt(_width / (double)_heads)));
        var scores = Mask(steps.Call("torch.bmm", scaled, steps.Call("torch.transpose", key, BeforeLast, Last)));
        var weights = steps.Call("torch.softmax", scores, Last);
        if (call.Float("dropout_p") > 0)
        {
            weights = steps.Call("torch.nn.functional.dropout", weights, call["dropout_p"], call["training"]);
        }

        var mixed = steps.Call("torch.transpose", steps.Call("torch.bmm", weights, value), Zero, One);
        var joined = steps.Call("torch.reshape", mixed, Size(_length, _batch, _width));
        var output = steps.Call("torch.nn.functional.linear", joined, call["out_proj_weight"], call["out_proj_bias"]);
        return (output, Report(weights));
    }

    private static SizeValue Size(params Dimension[] sizes) => new([.. sizes]);

    private static Dimension Times(Dimension size, long factor) => new(size.BatchMultiple * factor, size.Constant * factor);

    private Value[] Packed()
    {
        var isSelf = ReferenceEquals(inputs[0], inputs[1]) && ReferenceEquals(inputs[1], inputs[2]);
        if (isSelf)
        {
            var all = steps.Call("torch.nn.functional.linear", inputs[0], call["in_proj_weight"], call["in_proj_bias"]);
            return Parts(steps.Call("torch.chunk", all, new IntegerValue(3), Last));
        }

        var weights = Parts(steps.Call("torch.chunk", call["in_proj_weight"], new IntegerValue(3)));
        return Project(weights);
    }

    private Value[] Separate() => Project([call["q_proj_weight"], call["k_proj_weight"], call["v_proj_weight"]]);

    private Value[] Project(Value[] weights)
    {
        var biases = call.IsNone("in_proj_bias")
            ? [NoneValue.Instance, NoneValue.Instance, NoneValue.Instance]
            : Parts(steps.Call("torch.chunk", call["in_proj_bias"], new IntegerValue(3)));
        return [.. inputs.Select((input, index) => steps.Call("torch.nn.functional.linear", input, weights[index], biases[index]))];
    }

    private static Value[] Parts(Value chunks) =>
        Sequences.Items(chunks) is { Count: 3 } items ? [.. items] : [NoneValue.Instance, NoneValue.Instance, NoneValue.Instance];

    private Value Extend(Value part, string bias)
    {
        if (call.IsNone(bias))
        {
            return part;
        }

        var repeated = steps.Method("repeat", call[bias], One, new IntegerValue(_batch), One);
        return steps.Call("torch.cat", new TupleValue([part, repeated]));
    }

    private Value Split(Value part)
    {
        var length = part is TensorValue tensor ? tensor.Shape[0] : _length;
        var split = steps.Call("torch.reshape", part, Size(length, Times(_batch, _heads), _width / _heads));
        return steps.Call("torch.transpose", split, Zero, One);
    }

    private Value WithZero(Value part)
    {
        if (!call.Flag("add_zero_attn"))
        {
            return part;
        }

        var zero = steps.Call("torch.zeros", Size(Times(_batch, _heads), 1, _width / _heads));
        return steps.Call("torch.cat", new TupleValue([part, zero]), One);
    }

    private Value Mask(Value scores)
    {
        var mask = call["attn_mask"];
        if (mask is TensorValue { Shape.Length: 2 })
        {
            mask = steps.Call("torch.unsqueeze", mask, Zero);
        }

        scores = ApplyMask(scores, mask);
        if (call["key_padding_mask"] is not TensorValue padding || scores is not TensorValue matrix)
        {
            return scores;
        }

        var keys = matrix.Shape[^1];
        var wide = steps.Method("expand", steps.Call("torch.reshape", padding, Size(_batch, 1, 1, keys)), Size(_batch, _heads, 1, keys));
        return ApplyMask(scores, steps.Call("torch.reshape", wide, Size(Times(_batch, _heads), 1, keys)));
    }

    private Value ApplyMask(Value scores, Value mask) => mask switch
    {
        TensorValue { Type.Element: ElementType.Bool or ElementType.UInt8 } =>
            steps.Call("torch.masked_fill", scores, mask, new FloatValue(double.NegativeInfinity)),
        TensorValue => steps.Call("torch.add", scores, mask),
        _ => scores,
    };

    private Value Report(Value weights)
    {
        if (!call.Flag("need_weights") || weights is not TensorValue matrix)
        {
            return NoneValue.Instance;
        }

        var perHead = steps.Call("torch.reshape", matrix, Size(_batch, _heads, _length, matrix.Shape[^1]));
        return call.Flag("average_attn_weights")
            ? steps.Call("torch.div", steps.Call("torch.sum", perHead, One), new IntegerValue(_heads))
            : perHead;
    }
}
