using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Operators.Creation;

/// <summary>Tensors out of nothing.</summary>
internal static class CreationOperators
{
    private const string Hidden = ", *, dtype: dtype? = None, ~device: any = None, ~requires_grad: bool = False, ~out: any = None, ~layout: any = None, ~pin_memory: any = None";
    private const string Sized = "*size: int[]" + Hidden;
    private const string Like = "input: Tensor, *, dtype: dtype? = None, ~device: any = None, ~requires_grad: bool = False, ~memory_format: any = None";

    /// <summary>The operators of the family.</summary>
    public static IEnumerable<OperatorDefinition> All =>
    [
        Sizes("zeros", new ConstantInitialisation(0)),
        Sizes("ones", new ConstantInitialisation(1)),
        Sizes("empty", new ConstantInitialisation(0), "torch.zeros({size}, dtype={dtype})"),
        Sizes("randn", new NormalInitialisation(0, 1)),
        Sizes("rand", new UniformInitialisation(0, 1)),
        new("full", "size: int[], fill_value: Number" + Hidden, "torch.full", CreationRules.Full) { Lowering = "torch.full({size}, {fill_value}, dtype={dtype})" },
        Same("zeros_like", new ConstantInitialisation(0)),
        Same("ones_like", new ConstantInitialisation(1)),
        Same("empty_like", new ConstantInitialisation(0), "torch.zeros_like({input}, dtype={dtype})"),
        Same("randn_like", new NormalInitialisation(0, 1)),
        Same("rand_like", new UniformInitialisation(0, 1)),
        new("full_like", "input: Tensor, fill_value: Number, *, dtype: dtype? = None, ~device: any = None", "torch.full_like", CreationRules.FullLike) { Lowering = "torch.full_like({input}, {fill_value}, dtype={dtype})" },
        new("new_zeros", "input: Tensor, *size: int[], dtype: dtype? = None, ~device: any = None", ".new_zeros", CreationRules.New) { Lowering = "{input}.new_zeros({size}, dtype={dtype})" },
        new("new_ones", "input: Tensor, *size: int[], dtype: dtype? = None, ~device: any = None", ".new_ones", CreationRules.New) { Lowering = "{input}.new_ones({size}, dtype={dtype})" },
        new("arange", "start: Number, end: Number? = None, step: Number = 1" + Hidden, "torch.arange", RangeRules.Range) { Lowering = "torch.arange({start}, {end}, {step}, dtype={dtype})", IsOverloaded = true },
        new("linspace", "start: Number, end: Number, steps: int" + Hidden, "torch.linspace", RangeRules.Linear) { Lowering = "torch.linspace({start}, {end}, {steps}, dtype={dtype})" },
        new("eye", "n: int, m: int? = None" + Hidden, "torch.eye", RangeRules.Identity) { Lowering = "torch.eye({n}, {m}, dtype={dtype})", IsOverloaded = true },
        new("tensor", "data: any" + Hidden, "torch.tensor torch.as_tensor", LiteralRule.Apply) { Lowering = "torch.tensor({data}, dtype={dtype})" },
        new("tril", "input: Tensor, diagonal: int = 0", "torch.tril .tril .tril_", PointwiseRules.Unary(0)),
        new("triu", "input: Tensor, diagonal: int = 0", "torch.triu .triu .triu_", PointwiseRules.Unary(0)),
    ];

    private static OperatorDefinition Sizes(string name, Initialisation contents, string? lowering = null) =>
        new(name, Sized, $"torch.{name}", CreationRules.Sized(contents)) { Lowering = lowering ?? $"torch.{name}({{size}}, dtype={{dtype}})", IsOverloaded = true };

    private static OperatorDefinition Same(string name, Initialisation contents, string? lowering = null) =>
        new(name, Like, $"torch.{name}", CreationRules.Like(contents)) { Lowering = lowering ?? $"torch.{name}({{input}}, dtype={{dtype}})" };
}
