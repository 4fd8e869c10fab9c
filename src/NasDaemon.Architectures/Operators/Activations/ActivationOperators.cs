namespace NasDaemon.Architectures.Operators.Activations;

/// <summary>Activation functions.</summary>
internal static class ActivationOperators
{
    private const string InPlace = "input: Tensor, ~inplace: bool = False";

    /// <summary>The operators of the family.</summary>
    public static IEnumerable<OperatorDefinition> All =>
    [
        new("relu", InPlace, "F.relu F:relu_ torch.relu torch.relu_ .relu .relu_", PointwiseRules.Unary(1)),
        new("relu6", InPlace, "F.relu6", PointwiseRules.Unary(2)) { Lowering = "torch.hardtanh({input}, 0.0, 6.0)" },
        new("leaky_relu", "input: Tensor, negative_slope: float = 0.01, ~inplace: bool = False", "F.leaky_relu F:leaky_relu_", PointwiseRules.Unary(2)),
        new("elu", "input: Tensor, alpha: float = 1.0, ~inplace: bool = False", "F.elu F:elu_", PointwiseRules.Unary(3)),
        new("celu", "input: Tensor, alpha: float = 1.0, ~inplace: bool = False", "F.celu F:celu_ torch.celu", PointwiseRules.Unary(4)),
        new("selu", InPlace, "F.selu F:selu_ torch.selu", PointwiseRules.Unary(4)),
        new("gelu", "input: Tensor, *, approximate: str = 'none'", "F:gelu", ActivationRules.Gelu) { Lowering = "torch.gelu({input}, approximate={approximate})" },
        new("silu", InPlace, "F.silu", PointwiseRules.Unary(4)),
        new("mish", InPlace, "F.mish", PointwiseRules.Unary(6)),
        new("hardswish", InPlace, "F.hardswish", PointwiseRules.Unary(4)),
        new("hardsigmoid", InPlace, "F.hardsigmoid", PointwiseRules.Unary(3)),
        new("hardtanh", "input: Tensor, min_val: float = -1.0, max_val: float = 1.0, ~inplace: bool = False", "F.hardtanh F:hardtanh_", PointwiseRules.Unary(2)),
        new("sigmoid", "input: Tensor", "F.sigmoid torch.sigmoid torch.sigmoid_ .sigmoid .sigmoid_", PointwiseRules.Unary(4)),
        new("tanh", "input: Tensor", "F.tanh torch.tanh torch.tanh_ .tanh .tanh_", PointwiseRules.Unary(4)),
        new("softplus", "input: Tensor, beta: Number = 1, threshold: Number = 20", "F:softplus", PointwiseRules.Unary(4)),
        new("softsign", "input: Tensor", "F.softsign", PointwiseRules.Unary(3)) { Lowering = "torch.div({input}, torch.add(torch.abs({input}), 1))" },
        new("tanhshrink", "input: Tensor", "F.tanhshrink", PointwiseRules.Unary(5)) { Lowering = "torch.sub({input}, torch.tanh({input}))" },
        new("logsigmoid", "input: Tensor", "F:logsigmoid", PointwiseRules.Unary(4)) { Lowering = "torch.log_sigmoid({input})" },
        new("hardshrink", "input: Tensor, lambd: Number = 0.5", "F:hardshrink torch.hardshrink .hardshrink", PointwiseRules.Unary(2)),
        new("softshrink", "input: Tensor, lambd: Number = 0.5", "F:softshrink", PointwiseRules.Unary(2)),
        new("threshold", "input: Tensor, threshold: Number, value: Number, ~inplace: bool = False", "F.threshold F:threshold_ torch.threshold", PointwiseRules.Unary(1)),
        new("rrelu", "input: Tensor, lower: Number = 0.125, upper: Number = 0.3333333333333333, training: bool = False, ~inplace: bool = False", "F.rrelu torch.rrelu", PointwiseRules.Unary(2)),
        new("gumbel_softmax", "logits: Tensor, tau: float = 1, hard: bool = False, ~eps: float = 1e-10, dim: int = -1", "F.gumbel_softmax", GumbelRule.Apply),
        new("prelu", "input: Tensor, weight: Tensor", "F:prelu torch.prelu .prelu", ActivationRules.ParametricRelu),
        new("glu", "input: Tensor, dim: int = -1", "F.glu", ActivationRules.GatedLinear),
        new("softmax", "input: Tensor, dim: int? = None, ~_stacklevel: int = 3, dtype: dtype? = None", "F.softmax torch.softmax .softmax", ActivationRules.Softmax) { IsOverloaded = true },
        new("log_softmax", "input: Tensor, dim: int? = None, ~_stacklevel: int = 3, dtype: dtype? = None", "F.log_softmax torch.log_softmax .log_softmax", ActivationRules.Softmax) { IsOverloaded = true },
        new("softmin", "input: Tensor, dim: int? = None, ~_stacklevel: int = 3, dtype: dtype? = None", "F.softmin", ActivationRules.Softmax)
        {
            Lowering = "torch.softmax(torch.neg({input}), {dim}, {dtype})",
        },
    ];
}
