using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Modules.Transformers;

/// <summary>The <c>forward</c> of <c>nn.Transformer</c>.</summary>
internal static class TransformerForward
{
    /// <summary>Encodes the source and decodes the target.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The output.</returns>
    public static CallResult Run(ModuleCall call)
    {
        if (call["src"] is not TensorValue source || call["tgt"] is not TensorValue target || source.Shape.Length < 2 || target.Shape.Length < 2)
        {
            return OperatorError.Unsupported("nn.Transformer is supported for sequences of vectors only.");
        }

        var batch = ModuleArguments.IsTrue(call.Attribute("batch_first")) ? 0 : 1;
        if (source.Shape.Length == 3 && source.Shape[batch].Traced() != target.Shape[batch].Traced())
        {
            return OperatorError.Shape("the batch number of src and tgt must be equal");
        }

        var width = call.Attribute("d_model") is IntegerValue model ? model.Traced : 0;
        if (source.Shape[^1].Traced() != width || target.Shape[^1].Traced() != width)
        {
            return OperatorError.Shape("the feature number of src and tgt must be equal to d_model");
        }

        var steps = new Composition(call.Scope);
        var memory = steps.Take(_ => call.Self.CallModule("encoder", new CallArguments(
            [source], [new("mask", call["src_mask"]), new("src_key_padding_mask", call["src_key_padding_mask"])])));
        return steps.Result(steps.Take(_ => call.Self.CallModule("decoder", new CallArguments(
            [target, memory],
            [
                new("tgt_mask", call["tgt_mask"]),
                new("memory_mask", call["memory_mask"]),
                new("tgt_key_padding_mask", call["tgt_key_padding_mask"]),
                new("memory_key_padding_mask", call["memory_key_padding_mask"]),
            ]))));
    }

    /// <summary>A mask that hides later positions.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The mask.</returns>
    public static CallResult Mask(ModuleCall call)
    {
        var steps = new Composition(call.Scope);
        var full = steps.Call("torch.full", new TupleValue([call["sz"], call["sz"]]), new FloatValue(double.NegativeInfinity));
        return steps.Result(steps.Call("torch.triu", full, new IntegerValue(1)));
    }
}
