namespace NasDaemon.Architectures.Operators.Activations;

/// <summary>Activation functions.</summary>
internal static class ActivationOperators
{
    private const string InPlace = "input: Tensor, ~inplace: bool = False";

    /// <summary>The operators of the family.</summary>
    public static IEnumerable<OperatorDefinition> All =>
    [
        new("relu", InPlace, "F.relu F.relu_ torch.relu torch.relu_ .relu .relu_", PointwiseRules.Unary(1)),
        new("relu6", InPlace, "F.relu6", PointwiseRules.Unary(2)) { Lowering = "torch.nn.functional.relu6({input})" },
    ];
}
