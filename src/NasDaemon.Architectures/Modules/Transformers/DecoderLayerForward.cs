using NasDaemon.Architectures.Operators;

namespace NasDaemon.Architectures.Modules.Transformers;

/// <summary>The <c>forward</c> of <c>nn.TransformerDecoderLayer</c>.</summary>
internal static class DecoderLayerForward
{
    /// <summary>Runs the layer.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The output.</returns>
    public static CallResult Run(ModuleCall call)
    {
        var blocks = new LayerBlocks(call);
        var own = (call["tgt_mask"], call["tgt_key_padding_mask"]);
        var others = (call["memory_mask"], call["memory_key_padding_mask"]);
        var output = blocks.Residual(call.Input, 1, value => blocks.Attend("self_attn", "dropout1", value, value, own));
        output = blocks.Residual(output, 2, value => blocks.Attend("multihead_attn", "dropout2", value, call["memory"], others));
        return blocks.Result(blocks.Residual(output, 3, value => blocks.Feed(value, "dropout3")));
    }
}
