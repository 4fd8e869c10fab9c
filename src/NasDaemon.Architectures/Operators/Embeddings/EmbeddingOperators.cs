namespace NasDaemon.Architectures.Operators.Embeddings;

/// <summary>Look-up tables.</summary>
internal static class EmbeddingOperators
{
    /// <summary>The operators of the family.</summary>
    public static IEnumerable<OperatorDefinition> All =>
    [
        new(
            "embedding",
            "input: Tensor, weight: Tensor, padding_idx: int? = None, max_norm: float? = None, norm_type: float = 2.0, scale_grad_by_freq: bool = False, sparse: bool = False",
            "F.embedding",
            EmbeddingRules.Lookup),
        new("embedding_node", "weight: Tensor, indices: Tensor, padding_idx: int, scale_grad_by_freq: bool, sparse: bool", "", EmbeddingRules.Node)
        {
            Lowering = "torch.embedding({weight}, {indices}, {padding_idx}, {scale_grad_by_freq}, {sparse})",
        },
        new(
            "embedding_limited",
            "weight: Tensor, indices: Tensor, padding_idx: int, scale_grad_by_freq: bool, sparse: bool, max_norm: float, norm_type: float",
            "",
            EmbeddingRules.Node)
        {
            // Rows that are longer than allowed are shortened for good, without a gradient.
            Preparation = "torch.embedding_renorm_({weight}.detach(), {indices}.contiguous(), {max_norm}, {norm_type})",
            Lowering = "torch.embedding({weight}, {indices}, {padding_idx}, {scale_grad_by_freq}, {sparse})",
        },
        new(
            "embedding_bag_node",
            "weight: Tensor, indices: Tensor, offsets: Tensor, scale_grad_by_freq: bool, mode: int, sparse: bool, per_sample_weights: Tensor?, include_last_offset: bool",
            "",
            EmbeddingRules.BagNode)
        {
            Lowering = "torch.embedding_bag({weight}, {indices}, {offsets}, {scale_grad_by_freq}, {mode}, {sparse}, {per_sample_weights}, {include_last_offset})[0]",
        },
        new(
            "embedding_bag",
            "input: Tensor, weight: Tensor, offsets: Tensor? = None, max_norm: float? = None, norm_type: float = 2.0, scale_grad_by_freq: bool = False, mode: str = 'mean', sparse: bool = False, per_sample_weights: Tensor? = None, include_last_offset: bool = False, padding_idx: int? = None",
            "F.embedding_bag",
            EmbeddingRules.Bag),
    ];
}
