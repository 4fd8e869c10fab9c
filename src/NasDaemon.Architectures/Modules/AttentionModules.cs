namespace NasDaemon.Architectures.Modules;

/// <summary>Attention as a module.</summary>
internal static class AttentionModules
{
    /// <summary>The modules of the family.</summary>
    public static IEnumerable<ModuleDefinition> All =>
    [
        new(
            "torch.nn.MultiheadAttention",
            "embed_dim: int, num_heads: int, dropout: any = 0.0, bias: any = True, add_bias_kv: any = False, add_zero_attn: any = False, kdim: int? = None, vdim: int? = None, batch_first: any = False, ~device: any = None, ~dtype: any = None")
        {
            Constructor = MultiheadAttention.Construct,
            ForwardParameters =
                "query, key, value, key_padding_mask = None, need_weights = True, attn_mask = None, average_attn_weights = True, is_causal@2.0 = False",
            Forwarding = MultiheadAttention.Forward,
        },
    ];
}
