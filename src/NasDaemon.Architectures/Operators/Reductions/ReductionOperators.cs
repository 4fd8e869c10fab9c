namespace NasDaemon.Architectures.Operators.Reductions;

/// <summary>Reductions over some or all dimensions.</summary>
internal static class ReductionOperators
{
    private const string Plain = "input: Tensor, dim/axis: int[1]? = None, keepdim/keepdims: bool = False, *, dtype: dtype? = None";
    private const string One = "input: Tensor, dim/axis: int? = None, keepdim/keepdims: bool = False";

    private const string Spread = "input: Tensor, dim/axis: any = None, unbiased: any = True, keepdim/keepdims: bool = False, ~correction: any = None";
    private const string Quantile = "input: Tensor, q: Operand, dim: int? = None, keepdim: bool = False, *, interpolation: str = 'linear'";

    /// <summary>The operators of the family.</summary>
    public static IEnumerable<OperatorDefinition> All =>
    [
        Reduction("mean", Plain, "torch.mean .mean", ReductionRules.Mean),
        Reduction("sum", Plain, "torch.sum .sum", ReductionRules.Sum),
        Reduction("prod", "input: Tensor, dim/axis: int? = None, keepdim/keepdims: bool = False, *, dtype: dtype? = None", "torch.prod .prod", ReductionRules.Single),
        Reduction("amax", "input: Tensor, dim/axis: int[1] = (), keepdim/keepdims: bool = False", "torch.amax .amax", ReductionRules.Listed, "torch.amax({input}, {dim}, {keepdim})"),
        Reduction("amin", "input: Tensor, dim/axis: int[1] = (), keepdim/keepdims: bool = False", "torch.amin .amin", ReductionRules.Listed, "torch.amin({input}, {dim}, {keepdim})"),
        Reduction("logsumexp", "input: Tensor, dim/axis: int[1], keepdim/keepdims: bool = False", "torch.logsumexp .logsumexp", ReductionRules.Listed, "torch.logsumexp({input}, {dim}, {keepdim})"),
        Reduction("std", Spread, "torch.std .std", SpreadRules.Apply, "torch.std({input}, {dim}, {unbiased}, {keepdim})"),
        Reduction("var", Spread, "torch.var .var", SpreadRules.Apply, "torch.var({input}, {dim}, {unbiased}, {keepdim})"),
        Reduction("std_mean", Spread, "torch.std_mean", SpreadRules.WithMean, "torch.std_mean({input}, {dim}, {unbiased}, {keepdim})"),
        Reduction("var_mean", Spread, "torch.var_mean", SpreadRules.WithMean, "torch.var_mean({input}, {dim}, {unbiased}, {keepdim})"),
        Reduction("nansum", Plain, "torch.nansum .nansum", ReductionRules.Sum),
        Reduction("nanmean", Plain, "torch.nanmean .nanmean", ReductionRules.Mean),
        Reduction("count_nonzero", "input: Tensor, dim: int[1]? = None", "torch.count_nonzero .count_nonzero", ReductionRules.Count, "torch.count_nonzero({input}, {dim})"),
        Reduction("cumprod", "input: Tensor, dim/axis: int, *, dtype: dtype? = None", "torch.cumprod .cumprod .cumprod_", ReductionRules.Cumulative),
        Reduction("logcumsumexp", "input: Tensor, dim/axis: int", "torch.logcumsumexp .logcumsumexp", ReductionRules.Cumulative, "torch.logcumsumexp({input}, {dim})"),
        Reduction("linalg_vector_norm", "input/x: Tensor, ord: Number = 2, dim: int[1]? = None, keepdim: bool = False, *, dtype: dtype? = None", "torch.linalg.vector_norm", ReductionRules.Norm, "torch.linalg_vector_norm({input}, {ord}, {dim}, {keepdim}, dtype={dtype})"),
        Reduction("linalg_norm", "input/A: Tensor, ord: Number? = None, dim: int[1]? = None, keepdim: bool = False, *, dtype: dtype? = None", "torch.linalg.norm", ReductionRules.Norm, "torch.linalg_norm({input}, {ord}, {dim}, {keepdim}, dtype={dtype})"),
        Reduction("quantile", Quantile, "torch.quantile .quantile", ReductionRules.Quantile, "torch.quantile({input}, {q}, {dim}, {keepdim}, interpolation={interpolation})"),
        Reduction("nanquantile", Quantile, "torch.nanquantile .nanquantile", ReductionRules.Quantile, "torch.nanquantile({input}, {q}, {dim}, {keepdim}, interpolation={interpolation})"),
        Reduction("prod_all", "input: Tensor, dtype: dtype?", "", ReductionRules.All, "torch.prod({input}, dtype={dtype})"),
        Reduction("any_all", "input: Tensor", "", ReductionRules.All, "torch.any({input})"),
        Reduction("all_all", "input: Tensor", "", ReductionRules.All, "torch.all({input})"),
        new("dist", "input: Tensor, other: Tensor, p: Number = 2", "torch.dist .dist", ReductionRules.Distance),
        Reduction("norm", "input: Tensor, p: any = 2, dim: int[1]? = None, keepdim: bool = False", "torch.norm .norm", ReductionRules.Norm, "torch.norm({input}, {p}, {dim}, {keepdim})"),
        Reduction("argmax", One, "torch.argmax .argmax", ReductionRules.Index),
        Reduction("argmin", One, "torch.argmin .argmin", ReductionRules.Index),
        Reduction("max", "input: Tensor, dim/axis: any = None, keepdim/keepdims: bool = False", "torch.max .max", ExtremeRules.Apply, "torch.max({input}, {dim}, {keepdim})"),
        Reduction("min", "input: Tensor, dim/axis: any = None, keepdim/keepdims: bool = False", "torch.min .min", ExtremeRules.Apply, "torch.min({input}, {dim}, {keepdim})"),
        new("max_all", "input: Tensor", "", PointwiseRules.Unary(1)) { Lowering = "torch.max({input})" },
        new("min_all", "input: Tensor", "", PointwiseRules.Unary(1)) { Lowering = "torch.min({input})" },
        Reduction("cumsum", "input: Tensor, dim/axis: int, *, dtype: dtype? = None", "torch.cumsum .cumsum .cumsum_", ReductionRules.Cumulative),
        Reduction("any", One, "torch.any .any", ReductionRules.Truth),
        Reduction("all", One, "torch.all .all", ReductionRules.Truth),
    ];

    private static OperatorDefinition Reduction(string name, string parameters, string faces, OperatorRule rule, string? lowering = null) =>
        new(name, parameters, faces, rule) { IsOverloaded = true, Lowering = lowering ?? ReductionLowering(name, parameters) };

    private static string ReductionLowering(string name, string parameters)
    {
        var more = parameters.Contains("dtype", StringComparison.Ordinal) ? ", dtype={dtype}" : "";
        return name is "cumsum" or "cumprod" ? $"torch.{name}({{input}}, {{dim}}, dtype={{dtype}})" : $"torch.{name}({{input}}, {{dim}}, {{keepdim}}{more})";
    }
}
