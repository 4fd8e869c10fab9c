namespace NasDaemon.Architectures.Operators.Arithmetic;

/// <summary>Element-wise functions of one operand.</summary>
internal static class UnaryOperators
{
    /// <summary>The operators of the family.</summary>
    public static IEnumerable<OperatorDefinition> All =>
    [
        Unary("abs", "torch.abs torch.absolute .abs .abs_ .absolute .__abs__", 1),
        Unary("neg", "torch.neg torch.negative .neg .neg_ .negative .__neg__", 1),
        Unary("exp", "torch.exp .exp .exp_", 4),
        Unary("expm1", "torch.expm1 .expm1", 4),
        Unary("log", "torch.log .log .log_", 4),
        Unary("log2", "torch.log2 .log2", 4),
        Unary("log10", "torch.log10 .log10", 4),
        Unary("log1p", "torch.log1p .log1p", 4),
        Unary("sqrt", "torch.sqrt .sqrt .sqrt_", 2),
        Unary("rsqrt", "torch.rsqrt .rsqrt .rsqrt_", 3),
        Unary("square", "torch.square .square", 1),
        Unary("reciprocal", "torch.reciprocal .reciprocal", 1),
        Unary("sin", "torch.sin .sin", 4),
        Unary("cos", "torch.cos .cos", 4),
        Unary("tan", "torch.tan .tan", 5),
        Unary("asin", "torch.asin .asin", 5),
        Unary("acos", "torch.acos .acos", 5),
        Unary("atan", "torch.atan .atan", 5),
        Unary("sinh", "torch.sinh .sinh", 5),
        Unary("cosh", "torch.cosh .cosh", 5),
        Unary("erf", "torch.erf .erf", 6),
        Unary("floor", "torch.floor .floor .floor_", 1),
        Unary("ceil", "torch.ceil .ceil .ceil_", 1),
        Unary("round", "torch.round .round", 1),
        Unary("trunc", "torch.trunc .trunc", 1),
        Unary("sign", "torch.sign .sign", 1),
    ];

    private static OperatorDefinition Unary(string name, string faces, int flopsPerElement) =>
        new(name, "input: Tensor", faces, PointwiseRules.Unary(flopsPerElement));
}
