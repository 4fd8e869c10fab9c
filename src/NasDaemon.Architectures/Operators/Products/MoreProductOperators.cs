namespace NasDaemon.Architectures.Operators.Products;

/// <summary>Vector products, sums with products, distances.</summary>
internal static class MoreProductOperators
{
    private const string Scaled = "*, beta: Number = 1, alpha: Number = 1";

    /// <summary>The operators of the family.</summary>
    public static IEnumerable<OperatorDefinition> All =>
    [
        new("mv", "input: Tensor, vec: Tensor", "torch.mv .mv", VectorRules.MatrixVector),
        new("dot", "input: Tensor, tensor/other: Tensor", "torch.dot .dot", VectorRules.Dot),
        new("vdot", "input: Tensor, other: Tensor", "torch.vdot .vdot", VectorRules.Dot),
        new("outer", "input: Tensor, vec2: Tensor", "torch.outer torch.ger .outer .ger", VectorRules.Outer),
        new("inner", "input: Tensor, other: Tensor", "torch.inner .inner", VectorRules.Inner),
        new("kron", "input: Tensor, other: Tensor", "torch.kron .kron", VectorRules.Kronecker),
        new("cross", "input: Tensor, other: Tensor, dim: int? = None", "torch.cross .cross", VectorRules.Cross),
        new("linalg_cross", "input: Tensor, other: Tensor, *, dim: int = -1", "torch.linalg.cross", VectorRules.Cross) { Lowering = "torch.linalg_cross({input}, {other}, dim={dim})" },
        new("tensordot", "a: Tensor, b: Tensor, dims: any = 2", "torch.tensordot", TensorDotRule.Apply),
        new("chain_matmul", "*matrices: Tensor[]", "torch.chain_matmul torch.linalg.multi_dot", VectorRules.Chain),
        new("matrix_power", "input: Tensor, n: int", "torch.matrix_power .matrix_power torch.linalg.matrix_power", VectorRules.Power),
        new("matrix_exp", "input: Tensor", "torch.matrix_exp .matrix_exp torch.linalg.matrix_exp", PointwiseRules.Unary(16)),
        new("inverse", "input: Tensor", "torch.inverse .inverse torch.linalg.inv", PointwiseRules.Unary(16)),
        new("addmm", $"input: Tensor, mat1: Tensor, mat2: Tensor, {Scaled}", "torch.addmm .addmm .addmm_", call => AddedRules.Apply(call, "torch.mm", "mat1", "mat2")),
        new("addmv", $"input: Tensor, mat: Tensor, vec: Tensor, {Scaled}", "torch.addmv .addmv .addmv_", call => AddedRules.Apply(call, "torch.mv", "mat", "vec")),
        new("addr", $"input: Tensor, vec1: Tensor, vec2: Tensor, {Scaled}", "torch.addr .addr .addr_", call => AddedRules.Apply(call, "torch.outer", "vec1", "vec2")),
        new("baddbmm", $"input: Tensor, batch1: Tensor, batch2: Tensor, {Scaled}", "torch.baddbmm .baddbmm .baddbmm_", call => AddedRules.Apply(call, "torch.bmm", "batch1", "batch2")),
        new("addbmm", $"input: Tensor, batch1: Tensor, batch2: Tensor, {Scaled}", "torch.addbmm .addbmm .addbmm_", call => AddedRules.Apply(call, "torch.bmm", "batch1", "batch2")),
        new("cdist", "x1: Tensor, x2: Tensor, p: float = 2.0, compute_mode: any = None", "torch.cdist", DistanceRules.AllPairs) { Lowering = "torch.cdist({x1}, {x2}, {p}, None)" },
        new("pdist", "input: Tensor, p: float = 2.0", "torch.pdist F:pdist", DistanceRules.Within),
        new("cosine_similarity", "x1: Tensor, x2: Tensor, dim: int = 1, eps: float = 1e-8", "torch.cosine_similarity F:cosine_similarity", DistanceRules.Cosine),
        new("pairwise_distance", "x1: Tensor, x2: Tensor, p: float = 2.0, eps: float = 1e-6, keepdim: bool = False", "torch.pairwise_distance F:pairwise_distance", DistanceRules.Pairwise),
    ];
}
