namespace NasDaemon.Architectures.Operators.Reductions;

/// <summary>Functions that sort, or pick elements by their rank.</summary>
internal static class OrderOperators
{
    private const string One = "dim/axis: int = -1, keepdim/keepdims: bool = False";

    /// <summary>The operators of the family.</summary>
    public static IEnumerable<OperatorDefinition> All =>
    [
        new("sort", "input: Tensor, dim: int = -1, descending: bool = False", "torch.sort .sort", OrderRules.Pair) { IsOverloaded = true },
        new("argsort", "input: Tensor, dim: int = -1, descending: bool = False", "torch.argsort .argsort", OrderRules.Indices) { IsOverloaded = true },
        new("msort", "input: Tensor", "torch.msort .msort", PointwiseRules.Unary(1)),
        new("topk", "input: Tensor, k: int, dim: int = -1, largest: bool = True, sorted: bool = True", "torch.topk .topk", OrderRules.Largest),
        new("kthvalue", $"input: Tensor, k: int, {One}", "torch.kthvalue .kthvalue", OrderRules.Pair) { IsOverloaded = true },
        new("mode", $"input: Tensor, {One}", "torch.mode .mode", OrderRules.Pair) { IsOverloaded = true },
        new("median", "input: Tensor, dim/axis: int? = None, keepdim/keepdims: bool = False", "torch.median .median", OrderRules.Median) { IsOverloaded = true },
        new("nanmedian", "input: Tensor, dim/axis: int? = None, keepdim/keepdims: bool = False", "torch.nanmedian .nanmedian", OrderRules.Median) { IsOverloaded = true },
        new("median_all", "input: Tensor", "", PointwiseRules.Unary(1)) { Lowering = "torch.median({input})" },
        new("nanmedian_all", "input: Tensor", "", PointwiseRules.Unary(1)) { Lowering = "torch.nanmedian({input})" },
        new("cummax", "input: Tensor, dim/axis: int", "torch.cummax .cummax", OrderRules.Running) { IsOverloaded = true },
        new("cummin", "input: Tensor, dim/axis: int", "torch.cummin .cummin", OrderRules.Running) { IsOverloaded = true },
        new("aminmax", "input: Tensor, *, dim: int? = None, keepdim: bool = False", "torch.aminmax .aminmax", OrderRules.Bounds) { Lowering = "torch.aminmax({input}, dim={dim}, keepdim={keepdim})" },
    ];
}
