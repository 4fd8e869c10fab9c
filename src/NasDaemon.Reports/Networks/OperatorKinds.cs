namespace NasDaemon.Reports.Networks;

/// <summary>Which kind an operator is of.</summary>
public static class OperatorKinds
{
    private static readonly (OperatorKind Kind, string[] Parts)[] Kinds =
    [
        (OperatorKind.Weighted, ["conv", "linear", "matmul", "bmm", "einsum", "embedding", "attention", "lstm", "gru", "rnn"]),
        (OperatorKind.Normalisation, ["norm"]),
        (OperatorKind.Pooling, ["pool", "interpolate", "upsample", "pixel"]),
        (OperatorKind.Activation, ["relu", "elu", "silu", "gelu", "mish", "sigmoid", "tanh", "softmax", "hardswish", "softplus", "softsign"]),
        (OperatorKind.Joining, ["add", "mul", "cat", "stack", "sub", "div"]),
    ];

    /// <summary>The kind of an operator.</summary>
    /// <param name="name">The operator's name.</param>
    /// <returns>The kind.</returns>
    public static OperatorKind Of(string name) => Kinds.FirstOrDefault(kind => kind.Parts.Any(part => name.Contains(part, StringComparison.Ordinal))).Kind;
}
