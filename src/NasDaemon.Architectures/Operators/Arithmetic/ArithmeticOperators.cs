using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Operators.Arithmetic;

/// <summary>Element-wise arithmetic on two operands.</summary>
internal static class ArithmeticOperators
{
    private const string Two = "input: Tensor, other: Operand";
    private const string TwoScaled = "input: Tensor, other: Operand, *, alpha: Number = 1";

    /// <summary>The operators of the family.</summary>
    public static IEnumerable<OperatorDefinition> All =>
    [
        Binary("add", TwoScaled, "torch.add .add .add_ .__add__ .__radd__ .__iadd__", ArithmeticRules.Scaled, "torch.add({input}, {other}, alpha={alpha})"),
        Binary("sub", TwoScaled, "torch.sub torch.subtract .sub .sub_ .subtract .__sub__ .__isub__", ArithmeticRules.Scaled, "torch.sub({input}, {other}, alpha={alpha})"),
        Binary("rsub", TwoScaled, "torch.rsub .__rsub__", ArithmeticRules.Scaled, "torch.rsub({input}, {other}, alpha={alpha})"),
        Binary("mul", Two, "torch.mul torch.multiply .mul .mul_ .multiply .__mul__ .__rmul__ .__imul__", PointwiseRules.Binary(1)),
        Binary("div", "input: Tensor, other: Operand, *, rounding_mode: str? = None", "torch.div torch.divide torch.true_divide .div .div_ .divide .true_divide .__truediv__ .__itruediv__", ArithmeticRules.Divide, "torch.div({input}, {other}, rounding_mode={rounding_mode})"),
        Binary("rdiv", Two, ".__rtruediv__", ArithmeticRules.Divide, "torch.mul(torch.reciprocal({input}), {other})"),
        Binary("floor_divide", Two, "torch.floor_divide .floor_divide .__floordiv__", PointwiseRules.Binary(1)),
        Binary("remainder", Two, "torch.remainder .remainder .__mod__", PointwiseRules.Binary(1)),
        Binary("pow", "input: Tensor, exponent: Operand", "torch.pow .pow .pow_ .__pow__ .__ipow__", ArithmeticRules.Power),
        Binary("rpow", Two, ".__rpow__", PointwiseRules.Binary(8), "torch.pow({other}, {input})"),
        Binary("maximum", "input: Tensor, other: Tensor", "torch.maximum .maximum", PointwiseRules.Binary(1)),
        Binary("minimum", "input: Tensor, other: Tensor", "torch.minimum .minimum", PointwiseRules.Binary(1)),
        Binary("gt", Two, "torch.gt torch.greater .gt .__gt__", PointwiseRules.Binary(1, ElementType.Bool)),
        Binary("ge", Two, "torch.ge torch.greater_equal .ge .__ge__", PointwiseRules.Binary(1, ElementType.Bool)),
        Binary("lt", Two, "torch.lt torch.less .lt .__lt__", PointwiseRules.Binary(1, ElementType.Bool)),
        Binary("le", Two, "torch.le torch.less_equal .le .__le__", PointwiseRules.Binary(1, ElementType.Bool)),
        Binary("eq", Two, "torch.eq .eq .__eq__", PointwiseRules.Binary(1, ElementType.Bool)),
        Binary("ne", Two, "torch.ne torch.not_equal .ne .__ne__", PointwiseRules.Binary(1, ElementType.Bool)),
        Binary("logical_and", "input: Tensor, other: Tensor", "torch.logical_and .logical_and .__and__", PointwiseRules.Binary(1, ElementType.Bool)),
        Binary("logical_or", "input: Tensor, other: Tensor", "torch.logical_or .logical_or .__or__", PointwiseRules.Binary(1, ElementType.Bool)),
        new("logical_not", "input: Tensor", "torch.logical_not .logical_not .__invert__", PointwiseRules.Unary(1, ElementType.Bool)),
        new("where", "condition: Tensor, input: Operand, other: Operand", "torch.where", ArithmeticRules.Where) { IsOverloaded = true },
        new("masked_fill", "input: Tensor, mask: Tensor, value: Operand", "torch.masked_fill .masked_fill .masked_fill_", ArithmeticRules.MaskedFill) { IsOverloaded = true },
        new("clamp", "input: Tensor, min: Number? = None, max: Number? = None", "torch.clamp torch.clip .clamp .clamp_ .clip", ArithmeticRules.Clamp) { IsOverloaded = true },
        new("lerp", "input: Tensor, end: Tensor, weight: Operand", "torch.lerp .lerp", ArithmeticRules.Interpolate) { IsOverloaded = true },
    ];

    private static OperatorDefinition Binary(string name, string parameters, string faces, OperatorRule rule, string? lowering = null) =>
        new(name, parameters, faces, rule) { Lowering = lowering, IsOverloaded = true };
}
