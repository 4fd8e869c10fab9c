using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Modules.Transformers;

/// <summary>The <c>forward</c> of <c>nn.TransformerEncoderLayer</c>.</summary>
internal static class EncoderLayerForward
{
    /// <summary>Runs the layer.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The output.</returns>
    public static CallResult Run(ModuleCall call)
    {
        if (CheckPadding(call["src_key_padding_mask"]) is { } error)
        {
            return error;
        }

        var blocks = new LayerBlocks(call);
        var masks = (call["src_mask"], call["src_key_padding_mask"]);
        var output = blocks.Residual(call.Input, 1, value => blocks.Attend("self_attn", "dropout1", value, value, masks));
        return blocks.Result(blocks.Residual(output, 2, value => blocks.Feed(value, "dropout2")));
    }

    /// <summary>Checks the element type of a mask of keys.</summary>
    /// <param name="mask">The mask.</param>
    /// <returns>PyTorch's error; null where it fits.</returns>
    public static OperatorError? CheckPadding(Value mask) =>
        mask is TensorValue tensor && tensor.Type.Element != ElementType.Bool && !ElementTypes.IsFloating(tensor.Type.Element)
            ? new OperatorError(FailureClass.WrongArguments, "AssertionError", "only bool and floating types of key_padding_mask are supported")
            : null;
}
