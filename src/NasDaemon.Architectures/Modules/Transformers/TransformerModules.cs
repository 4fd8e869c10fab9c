using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Modules.Transformers;

/// <summary>The transformer and its parts.</summary>
internal static class TransformerModules
{
    private const string Layer =
        "~d_model: any, ~nhead: any, ~dim_feedforward: any = 2048, ~dropout: any = 0.1, ~activation: any = 'relu', ~layer_norm_eps: any = 1e-5, ~batch_first: any = False, norm_first: any = False, ~bias@2.1: any = True, ~device: any = None, ~dtype: any = None";

    /// <summary>The modules of the family.</summary>
    public static IEnumerable<ModuleDefinition> All =>
    [
        new("torch.nn.TransformerEncoderLayer", Layer)
        {
            Constructor = construction => LayerConstructor.Run(construction, isDecoder: false),
            ForwardParameters = "src, src_mask = None, src_key_padding_mask = None, is_causal@2.0 = False",
            Forwarding = EncoderLayerForward.Run,
        },
        new("torch.nn.TransformerDecoderLayer", Layer)
        {
            Constructor = construction => LayerConstructor.Run(construction, isDecoder: true),
            ForwardParameters =
                "tgt, memory, tgt_mask = None, memory_mask = None, tgt_key_padding_mask = None, memory_key_padding_mask = None, tgt_is_causal@2.0 = False, memory_is_causal@2.0 = False",
            Forwarding = DecoderLayerForward.Run,
        },
        new("torch.nn.TransformerEncoder", "~encoder_layer: any, num_layers: any, ~norm: any = None, enable_nested_tensor: any = True, mask_check@2.0: any = True")
        {
            Constructor = construction => StackConstructor.Run(construction, "encoder_layer"),
            ForwardParameters = "src, mask = None, src_key_padding_mask = None, is_causal@2.0 = None",
            Forwarding = StackForward.Encode,
        },
        new("torch.nn.TransformerDecoder", "~decoder_layer: any, num_layers: any, ~norm: any = None")
        {
            Constructor = construction => StackConstructor.Run(construction, "decoder_layer"),
            ForwardParameters =
                "tgt, memory, tgt_mask = None, memory_mask = None, tgt_key_padding_mask = None, memory_key_padding_mask = None, tgt_is_causal@2.0 = None, memory_is_causal@2.0 = False",
            Forwarding = StackForward.Decode,
        },
        new(
            "torch.nn.Transformer",
            "d_model: any = 512, nhead: any = 8, ~num_encoder_layers: any = 6, ~num_decoder_layers: any = 6, ~dim_feedforward: any = 2048, ~dropout: any = 0.1, ~activation: any = 'relu', ~custom_encoder: any = None, ~custom_decoder: any = None, ~layer_norm_eps: any = 1e-5, batch_first: any = False, ~norm_first: any = False, ~bias@2.1: any = True, ~device: any = None, ~dtype: any = None")
        {
            Constructor = TransformerConstructor.Run,
            ForwardParameters =
                "src, tgt, src_mask = None, tgt_mask = None, memory_mask = None, src_key_padding_mask = None, tgt_key_padding_mask = None, memory_key_padding_mask = None, src_is_causal@2.0 = None, tgt_is_causal@2.0 = None, memory_is_causal@2.0 = False",
            Forwarding = TransformerForward.Run,
            Methods =
            [
                new ModuleMethod("generate_square_subsequent_mask", "sz, device = None, dtype = None", TransformerForward.Mask) { IsStatic = true },
                new ModuleMethod("_reset_parameters", "", _ => NoneValue.Instance),
            ],
        },
    ];
}
