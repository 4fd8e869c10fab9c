using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Operators.Arithmetic;

/// <summary>Element-wise functions of one tensor.</summary>
internal static class UnaryOperators
{
    /// <summary>The operators of the family.</summary>
    public static IEnumerable<OperatorDefinition> All =>
    [
        Magnitude("abs", "torch.abs torch.abs_ .abs .abs_ torch.absolute .absolute .absolute_ .__abs__", 1),
        Same("neg", "torch.neg torch.neg_ .neg .neg_ torch.negative torch.negative_ .negative .negative_ .__neg__", 1),
        Same("ceil", "torch.ceil torch.ceil_ .ceil .ceil_", 1),
        Same("floor", "torch.floor torch.floor_ .floor .floor_", 1),
        Same("trunc", "torch.trunc torch.trunc_ .trunc .trunc_ torch.fix torch.fix_ .fix .fix_", 1),
        Same("frac", "torch.frac torch.frac_ .frac .frac_", 1),
        Same("sign", "torch.sign .sign .sign_", 1),
        Same("sgn", "torch.sgn .sgn .sgn_", 1),
        Same("square", "torch.square torch.square_ .square .square_", 1),
        Same("positive", "torch.positive .positive .__pos__", 0),
        Same("conj_physical", "torch.conj_physical torch.conj_physical_ .conj_physical .conj_physical_", 0),
        Floating("exp", "torch.exp torch.exp_ .exp .exp_", 4),
        Floating("exp2", "torch.exp2 torch.exp2_ .exp2 .exp2_", 4),
        Floating("expm1", "torch.expm1 torch.expm1_ .expm1 .expm1_", 4),
        Floating("log", "torch.log torch.log_ .log .log_", 4),
        Floating("log2", "torch.log2 torch.log2_ .log2 .log2_", 4),
        Floating("log10", "torch.log10 torch.log10_ .log10 .log10_", 4),
        Floating("log1p", "torch.log1p torch.log1p_ .log1p .log1p_", 4),
        Floating("sqrt", "torch.sqrt torch.sqrt_ .sqrt .sqrt_", 2),
        Floating("rsqrt", "torch.rsqrt torch.rsqrt_ .rsqrt .rsqrt_", 3),
        Floating("reciprocal", "torch.reciprocal torch.reciprocal_ .reciprocal .reciprocal_", 1),
        Floating("sin", "torch.sin torch.sin_ .sin .sin_", 4),
        Floating("cos", "torch.cos torch.cos_ .cos .cos_", 4),
        Floating("tan", "torch.tan torch.tan_ .tan .tan_", 5),
        Floating("asin", "torch.asin torch.asin_ .asin .asin_ torch.arcsin torch.arcsin_ .arcsin .arcsin_", 5),
        Floating("acos", "torch.acos torch.acos_ .acos .acos_ torch.arccos torch.arccos_ .arccos .arccos_", 5),
        Floating("atan", "torch.atan torch.atan_ .atan .atan_ torch.arctan torch.arctan_ .arctan .arctan_", 5),
        Floating("sinh", "torch.sinh torch.sinh_ .sinh .sinh_", 5),
        Floating("cosh", "torch.cosh torch.cosh_ .cosh .cosh_", 5),
        Floating("asinh", "torch.asinh torch.asinh_ .asinh .asinh_ torch.arcsinh torch.arcsinh_ .arcsinh .arcsinh_", 5),
        Floating("acosh", "torch.acosh torch.acosh_ .acosh .acosh_ torch.arccosh torch.arccosh_ .arccosh .arccosh_", 5),
        Floating("atanh", "torch.atanh torch.atanh_ .atanh .atanh_ torch.arctanh torch.arctanh_ .arctanh .arctanh_", 5),
        Floating("erf", "torch.erf torch.erf_ .erf .erf_", 6),
        Floating("erfc", "torch.erfc torch.erfc_ .erfc .erfc_", 6),
        Floating("erfinv", "torch.erfinv .erfinv .erfinv_", 6),
        Floating("sinc", "torch.sinc torch.sinc_ .sinc .sinc_", 5),
        Floating("deg2rad", "torch.deg2rad torch.deg2rad_ .deg2rad .deg2rad_", 1),
        Floating("rad2deg", "torch.rad2deg torch.rad2deg_ .rad2deg .rad2deg_", 1),
        Floating("digamma", "torch.digamma .digamma .digamma_", 8),
        Floating("lgamma", "torch.lgamma .lgamma .lgamma_", 8),
        Floating("i0", "torch.i0 torch.i0_ .i0 .i0_", 8),
        Truth("isnan", "torch.isnan .isnan", 1),
        Truth("isinf", "torch.isinf .isinf", 1),
        Truth("isfinite", "torch.isfinite .isfinite", 1),
        Truth("isposinf", "torch.isposinf .isposinf", 1),
        Truth("isneginf", "torch.isneginf .isneginf", 1),
        Truth("isreal", "torch.isreal .isreal", 1),
        Truth("signbit", "torch.signbit .signbit", 1),
        Truth("logical_not", "torch.logical_not .logical_not .logical_not_ .__invert__", 1),
        new("round", "input: Tensor, *, decimals: int = 0", "torch.round torch.round_ .round .round_", PointwiseRules.Unary(1)) { Lowering = "torch.round({input}, decimals={decimals})" },
        new("logit", "input: Tensor, eps: float? = None", "torch.logit torch.logit_ .logit .logit_", PointwiseRules.Floating(5)),
        new("nan_to_num", "input: Tensor, nan: float? = None, posinf: float? = None, neginf: float? = None", "torch.nan_to_num torch.nan_to_num_ .nan_to_num .nan_to_num_", PointwiseRules.Unary(1)),
        new("bitwise_not", "input: Tensor", "torch.bitwise_not .bitwise_not .bitwise_not_", PointwiseRules.Unary(1)),
    ];

    private static OperatorDefinition Magnitude(string name, string faces, int flopsPerElement) =>
        new(name, "input: Tensor", faces, call => PointwiseRules.Keep(call, flopsPerElement, ElementTypes.Real(call.Tensor("input").Type.Element)));

    private static OperatorDefinition Same(string name, string faces, int flopsPerElement) =>
        new(name, "input: Tensor", faces, PointwiseRules.Unary(flopsPerElement));

    private static OperatorDefinition Floating(string name, string faces, int flopsPerElement) =>
        new(name, "input: Tensor", faces, PointwiseRules.Floating(flopsPerElement));

    private static OperatorDefinition Truth(string name, string faces, int flopsPerElement) =>
        new(name, "input: Tensor", faces, PointwiseRules.Unary(flopsPerElement, ElementType.Bool));
}
