using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Modules.Transformers;

/// <summary>The constructors of <c>nn.TransformerEncoderLayer</c> and <c>nn.TransformerDecoderLayer</c>.</summary>
internal static class LayerConstructor
{
    /// <summary>Makes the children in PyTorch's order.</summary>
    /// <param name="construction">The constructor at work.</param>
    /// <param name="isDecoder">Whether it also attends to a memory.</param>
    /// <returns>The first error; null where there is none.</returns>
    public static OperatorError? Run(ModuleConstruction construction, bool isDecoder)
    {
        var (width, inner, dropout) = (construction["d_model"], construction["dim_feedforward"], construction["dropout"]);
        var attention = new CallArguments(
            [width, construction["nhead"]],
            [new("dropout", dropout), new("batch_first", construction["batch_first"]), .. Bias(construction)]);
        return (construction.Self.AddModule("self_attn", "torch.nn.MultiheadAttention", attention)
            ?? (isDecoder ? construction.Self.AddModule("multihead_attn", "torch.nn.MultiheadAttention", attention) : null)
            ?? construction.Self.AddModule("linear1", "torch.nn.Linear", new CallArguments([width, inner], [.. Bias(construction)]))
            ?? construction.Self.AddModule("dropout", "torch.nn.Dropout", CallArguments.Of(dropout))
            ?? construction.Self.AddModule("linear2", "torch.nn.Linear", new CallArguments([inner, width], [.. Bias(construction)])))
            ?? Norms(construction, isDecoder ? 3 : 2)
            ?? Activation(construction);
    }

    /// <summary>The <c>bias</c> argument, where the source gave it.</summary>
    /// <param name="construction">The constructor at work.</param>
    /// <returns>The argument, or nothing.</returns>
    public static IEnumerable<KeywordArgument> Bias(ModuleConstruction construction) =>
        ModuleArguments.IsTrue(construction["bias"]) ? [] : [new("bias", BoolValue.False)];

    private static OperatorError? Norms(ModuleConstruction construction, int count)
    {
        for (var number = 1; number <= count; number++)
        {
            var arguments = new CallArguments([construction["d_model"]], [new("eps", construction["layer_norm_eps"]), .. Bias(construction)]);
            if (construction.Self.AddModule($"norm{number}", "torch.nn.LayerNorm", arguments) is { } error)
            {
                return error;
            }
        }

        for (var number = 1; number <= count; number++)
        {
            if (construction.Self.AddModule($"dropout{number}", "torch.nn.Dropout", CallArguments.Of(construction["dropout"])) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    private static OperatorError? Activation(ModuleConstruction construction) => construction["activation"] is TextValue { Value: not ("relu" or "gelu") } text
        ? OperatorError.Runtime($"activation should be relu/gelu, not {text.Value}")
        : construction.Self.Assign("activation", construction["activation"]);
}
