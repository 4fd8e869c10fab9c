namespace NasDaemon.Architectures.Operators.Initialisations;

/// <summary><c>torch.nn.init</c> and the tensor methods that fill in place.</summary>
internal static class InitialisationOperators
{
    private const string Init = "torch.nn.init.";

    /// <summary>The operators of the family.</summary>
    public static IEnumerable<OperatorDefinition> All =>
    [
        new("init_zeros", "tensor: Tensor", $"{Init}zeros_ .zero_", FillRules.Zeros),
        new("init_ones", "tensor: Tensor", $"{Init}ones_", FillRules.Ones),
        new("init_constant", "tensor: Tensor, val/value: Number", $"{Init}constant_ .fill_", FillRules.Constant),
        new("init_uniform", "tensor: Tensor, a: float = 0.0, b: float = 1.0", $"{Init}uniform_", FillRules.Uniform),
        new("init_normal", "tensor: Tensor, mean: float = 0.0, std: float = 1.0", $"{Init}normal_ .normal_", FillRules.Normal),
        new("uniform_", "tensor: Tensor, a/from: float = 0.0, b/to: float = 1.0", ".uniform_", FillRules.Uniform),
        new("init_trunc_normal", "tensor: Tensor, mean: float = 0.0, std: float = 1.0, a: float = -2.0, b: float = 2.0", $"{Init}trunc_normal_", FillRules.TruncatedNormal),
        new("init_orthogonal", "tensor: Tensor, gain: float = 1.0", $"{Init}orthogonal_", FillRules.Orthogonal),
        new("init_eye", "tensor: Tensor", $"{Init}eye_", FillRules.Identity),
        new("init_dirac", "tensor: Tensor, groups: int = 1", $"{Init}dirac_", DiracRule.Apply),
        new("copy_", "tensor: Tensor, src: Tensor, ~non_blocking: bool = False", ".copy_", FillRules.Copy),
        new("init_xavier_uniform", "tensor: Tensor, gain: float = 1.0", $"{Init}xavier_uniform_", VarianceRules.XavierUniform),
        new("init_xavier_normal", "tensor: Tensor, gain: float = 1.0", $"{Init}xavier_normal_", VarianceRules.XavierNormal),
        new("init_kaiming_uniform", "tensor: Tensor, a: float = 0.0, mode: str = 'fan_in', nonlinearity: str = 'leaky_relu'", $"{Init}kaiming_uniform_", VarianceRules.KaimingUniform),
        new("init_kaiming_normal", "tensor: Tensor, a: float = 0.0, mode: str = 'fan_in', nonlinearity: str = 'leaky_relu'", $"{Init}kaiming_normal_", VarianceRules.KaimingNormal),
        new("calculate_gain", "nonlinearity: str, param: any = None", $"{Init}calculate_gain", VarianceRules.Gain),
    ];
}
