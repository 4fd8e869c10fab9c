namespace NasDaemon.Architectures.Operators.Attention;

/// <summary>Attention, composed of matrix products and softmax, so that graphs and lowering need nothing of their own.</summary>
internal static class AttentionOperators
{
    /// <summary>The operators of the family.</summary>
    public static IEnumerable<OperatorDefinition> All =>
    [
        new(
            "scaled_dot_product_attention",
            "query: Tensor, key: Tensor, value: Tensor, attn_mask: Tensor? = None, dropout_p: float = 0.0, is_causal: bool = False, scale: float? = None, enable_gqa@2.5: bool = False",
            "F:scaled_dot_product_attention",
            ScaledDotProductRule.Apply)
        {
            MinimumVersion = "2.0",
        },
        new(
            "multi_head_attention_forward",
            "query: any, key: any, value: any, embed_dim_to_check: int, num_heads: int, in_proj_weight: Tensor?, in_proj_bias: Tensor?, bias_k: Tensor?, bias_v: Tensor?, add_zero_attn: bool, dropout_p: float, out_proj_weight: Tensor, out_proj_bias: Tensor?, training: any = True, key_padding_mask: Tensor? = None, need_weights: bool = True, attn_mask: Tensor? = None, use_separate_proj_weight: bool = False, q_proj_weight: Tensor? = None, k_proj_weight: Tensor? = None, v_proj_weight: Tensor? = None, static_k: Tensor? = None, static_v: Tensor? = None, average_attn_weights: bool = True",
            "F.multi_head_attention_forward",
            MultiHeadRule.Apply),
    ];
}
