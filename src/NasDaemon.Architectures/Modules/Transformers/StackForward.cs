using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Modules.Transformers;

/// <summary>The <c>forward</c> of <c>nn.TransformerEncoder</c> and <c>nn.TransformerDecoder</c>.</summary>
internal static class StackForward
{
    /// <summary>Runs the layers of an encoder.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The output.</returns>
    public static CallResult Encode(ModuleCall call) => EncoderLayerForward.CheckPadding(call["src_key_padding_mask"]) is { } error
        ? error
        : Run(call, input => new CallArguments(
            [input],
            [new("src_mask", call["mask"]), new("src_key_padding_mask", call["src_key_padding_mask"])]));

    /// <summary>Runs the layers of a decoder.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The output.</returns>
    public static CallResult Decode(ModuleCall call) => Run(call, input => new CallArguments(
        [input, call["memory"]],
        [
            new("tgt_mask", call["tgt_mask"]),
            new("memory_mask", call["memory_mask"]),
            new("tgt_key_padding_mask", call["tgt_key_padding_mask"]),
            new("memory_key_padding_mask", call["memory_key_padding_mask"]),
        ]));

    private static CallResult Run(ModuleCall call, Func<Value, CallArguments> arguments)
    {
        var steps = new Composition(call.Scope);
        var output = call.Input;
        if (call.Attribute("layers") is IModuleInstance layers)
        {
            for (var number = 0; layers.GetAttribute(number.ToString(System.Globalization.CultureInfo.InvariantCulture)) is { } layer && steps.Error is null; number++)
            {
                var input = output;
                output = steps.Take(_ => call.Self.CallFunction(layer, arguments(input)));
            }
        }

        return call.Attribute("norm") is NoneValue || steps.Error is not null
            ? steps.Result(output)
            : steps.Result(steps.Take(_ => call.Self.CallModule("norm", CallArguments.Of(output))));
    }
}
