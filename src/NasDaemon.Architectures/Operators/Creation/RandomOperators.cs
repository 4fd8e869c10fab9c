
namespace NasDaemon.Architectures.Operators.Creation;

/// <summary>Random tensors, and special tables.</summary>
internal static class RandomOperators
{
    private const string Hidden = ", *, dtype: dtype? = None, ~device: any = None, ~requires_grad: bool = False, ~out: any = None, ~layout: any = None, ~pin_memory: any = None, ~generator: any = None";

    /// <summary>The operators of the family.</summary>
    public static IEnumerable<OperatorDefinition> All =>
    [
        new("randint", "low: int, high: any = None, size: any = None" + Hidden, "torch.randint", RandomRules.Integers) { IsOverloaded = true },
        new("randint_low", "low: int, high: int, size: int[], dtype: dtype", "", RandomRules.Sized) { Lowering = "torch.randint({low}, {high}, {size}, dtype={dtype})" },
        new("randint_like", "input: Tensor, low: int, high: int? = None" + Hidden, "torch.randint_like", RandomRules.IntegersLike) { IsOverloaded = true },
        new("randperm", "n: int" + Hidden, "torch.randperm", RandomRules.Permutation) { Lowering = "torch.randperm({n}, dtype={dtype})" },
        new("bernoulli", "input: Tensor, p: float? = None, *, ~generator: any = None", "torch.bernoulli .bernoulli", RandomRules.Bernoulli) { IsOverloaded = true },
        new("bernoulli_draw", "input: Tensor", "", PointwiseRules.Unary(1)) { Lowering = "torch.bernoulli({input})" },
        new("bernoulli_share", "input: Tensor, p: float", "", PointwiseRules.Unary(1)) { Lowering = "torch.bernoulli({input}, {p})" },
        new("bernoulli_", "input: Tensor, p: Operand = 0.5, *, ~generator: any = None", ".bernoulli_", RandomRules.BernoulliInPlace),
        new("exponential_", "input: Tensor, lambd: float = 1.0, *, ~generator: any = None", ".exponential_", RandomRules.Exponential),
        new("exponential_draw", "input: Tensor, lambd: float", "", PointwiseRules.Unary(4)) { Lowering = "torch.empty_like({input}).exponential_({lambd})" },
        new("normal", "mean: Operand, std: Operand = 1.0, size: any = None" + Hidden, "torch.normal", RandomRules.Normal) { IsOverloaded = true },
        new("multinomial", "input: Tensor, num_samples: int, replacement: bool = False, *, ~generator: any = None", "torch.multinomial .multinomial", RandomRules.Multinomial)
        {
            Lowering = "torch.multinomial({input}, {num_samples}, {replacement})",
        },
        new("poisson", "input: Tensor, ~generator: any = None", "torch.poisson", PointwiseRules.Unary(4)),
        new("logspace", "start: Number, end: Number, steps: int, base: float = 10.0" + Hidden, "torch.logspace", RandomRules.Steps) { Lowering = "torch.logspace({start}, {end}, {steps}, {base}, dtype={dtype})" },
        new("tril_indices", "row: int, col: int, offset: int = 0" + Hidden, "torch.tril_indices", call => RandomRules.Triangle(call, isUpper: false))
        {
            Lowering = "torch.tril_indices({row}, {col}, {offset}, dtype={dtype})",
        },
        new("triu_indices", "row: int, col: int, offset: int = 0" + Hidden, "torch.triu_indices", call => RandomRules.Triangle(call, isUpper: true))
        {
            Lowering = "torch.triu_indices({row}, {col}, {offset}, dtype={dtype})",
        },
        Window("hann_window"), Window("hamming_window"), Window("blackman_window"), Window("bartlett_window"),
        new("new_full", "input: Tensor, size: int[], fill_value: Number, *, dtype: dtype? = None, ~device: any = None, ~requires_grad: bool = False", ".new_full", CreationRules.NewFull)
        {
            Lowering = "{input}.new_full({size}, {fill_value}, dtype={dtype})",
        },
        new("new_empty", "input: Tensor, *size: int[], dtype: dtype? = None, ~device: any = None, ~requires_grad: bool = False", ".new_empty", CreationRules.New) { Lowering = "{input}.new_zeros({size}, dtype={dtype})" },
        new("new_tensor", "input: Tensor, data: any, *, dtype: dtype? = None, ~device: any = None, ~requires_grad: bool = False", ".new_tensor", LiteralRule.Like),
        new("scalar_tensor", "s: Number" + Hidden, "torch.scalar_tensor", LiteralRule.Scalar),
    ];

    private static OperatorDefinition Window(string name) => new(name, "window_length: int, periodic: bool = True" + Hidden, $"torch.{name}", RandomRules.Window)
    {
        IsOverloaded = true,
        Lowering = $"torch.{name}({{window_length}}, {{periodic}}, dtype={{dtype}})",
    };
}
