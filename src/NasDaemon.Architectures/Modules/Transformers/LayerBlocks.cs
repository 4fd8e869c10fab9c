using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Modules.Transformers;

/// <summary>The blocks that transformer layers are made of.</summary>
/// <param name="call">The call of the layer.</param>
internal sealed class LayerBlocks(ModuleCall call)
{
    private readonly Composition _steps = new(call.Scope);

    /// <summary>Adds the output of a block to its input and normalises: before the block, or after the sum.</summary>
    /// <param name="input">The input.</param>
    /// <param name="norm">The number of the normalisation.</param>
    /// <param name="block">The block.</param>
    /// <returns>The sum.</returns>
    public Value Residual(Value input, int norm, Func<Value, Value> block)
    {
        if (ModuleArguments.IsTrue(call.Attribute("norm_first")))
        {
            return Add(input, block(Child($"norm{norm}", input)));
        }

        return Child($"norm{norm}", Add(input, block(input)));
    }

    /// <summary>Attention with dropout.</summary>
    /// <param name="attention">The attention module.</param>
    /// <param name="dropout">The dropout module.</param>
    /// <param name="query">What attends.</param>
    /// <param name="memory">What it attends to.</param>
    /// <param name="masks">The mask of the positions, and that of the keys.</param>
    /// <returns>The output.</returns>
    public Value Attend(string attention, string dropout, Value query, Value memory, (Value Positions, Value Keys) masks)
    {
        var arguments = new CallArguments(
            [query, memory, memory],
            [new("attn_mask", masks.Positions), new("key_padding_mask", masks.Keys), new("need_weights", BoolValue.False)]);
        var pair = _steps.Take(_ => call.Self.CallModule(attention, arguments));
        return Child(dropout, Sequences.Items(pair) is { Count: > 0 } items ? items[0] : pair);
    }

    /// <summary>The two linear layers.</summary>
    /// <param name="input">The input.</param>
    /// <param name="dropout">The dropout module behind them.</param>
    /// <returns>The output.</returns>
    public Value Feed(Value input, string dropout) => Child(dropout, Child("linear2", Child("dropout", Activate(Child("linear1", input)))));

    /// <summary>The result of the layer.</summary>
    /// <param name="output">What the last block returned.</param>
    /// <returns>The output, or the first error.</returns>
    public CallResult Result(Value output) => _steps.Result(output);

    private Value Add(Value left, Value right) => _steps.Call("torch.add", left, right);

    private Value Child(string name, Value input) => _steps.Take(_ => call.Self.CallModule(name, CallArguments.Of(input)));

    private Value Activate(Value input) => call.Attribute("activation") is TextValue text
        ? _steps.Call($"torch.nn.functional.{text.Value}", input)
        : _steps.Take(_ => call.Self.CallFunction(call.Attribute("activation"), CallArguments.Of(input)));
}
