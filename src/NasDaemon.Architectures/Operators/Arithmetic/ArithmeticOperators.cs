using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Operators.Arithmetic;

/// <summary>Element-wise arithmetic on two operands.</summary>
internal static class ArithmeticOperators
{
    private const string Two = "input: Tensor, other: Operand";
    private const string Tensors = "input: Tensor, other: Tensor";
    private const string TwoScaled = "input: Tensor, other: Operand, *, alpha: Number = 1";

    /// <summary>The operators of the family.</summary>
    public static IEnumerable<OperatorDefinition> All =>
    [
        Binary("add", TwoScaled, "torch.add .add .add_ .__add__ .__radd__ .__iadd__", ArithmeticRules.Scaled, "torch.add({input}, {other}, alpha={alpha})"),
        Binary("sub", TwoScaled, "torch.sub torch.subtract .sub .sub_ .subtract .subtract_ .__sub__ .__isub__", ArithmeticRules.Scaled, "torch.sub({input}, {other}, alpha={alpha})"),
        Binary("rsub", TwoScaled, "torch.rsub .__rsub__", ArithmeticRules.Scaled, "torch.rsub({input}, {other}, alpha={alpha})"),
        Binary("div", "input: Tensor, other: Operand, *, rounding_mode: str? = None", "torch.div torch.divide torch.true_divide .div .div_ .divide .divide_ .true_divide .true_divide_ .__truediv__ .__itruediv__", ArithmeticRules.Divide, "torch.div({input}, {other}, rounding_mode={rounding_mode})"),
        Binary("rdiv", Two, ".__rtruediv__", ArithmeticRules.Divide, "torch.mul(torch.reciprocal({input}), {other})"),
        Binary("pow", "input: Operand, exponent: Operand", "torch.pow .pow .pow_ .__pow__ .__ipow__", ArithmeticRules.Power),
        Binary("mul", Two, "torch.mul .mul .mul_ torch.multiply .multiply .multiply_ .__mul__ .__rmul__ .__imul__", PointwiseRules.Binary(1)),
        Binary("floor_divide", Two, "torch.floor_divide .floor_divide .floor_divide_ .__floordiv__ .__ifloordiv__", PointwiseRules.Binary(1)),
        Binary("rfloor_divide", Two, " .__rfloordiv__", PointwiseRules.Binary(1), "torch.floor(torch.mul(torch.reciprocal({input}), {other}))"),
        Binary("remainder", Two, "torch.remainder .remainder .remainder_ .__mod__ .__imod__", PointwiseRules.Binary(1)),
        Binary("fmod", Two, "torch.fmod .fmod .fmod_", PointwiseRules.Binary(1)),
        Binary("rpow", Two, " .__rpow__", PointwiseRules.Binary(8), "torch.pow({other}, {input})"),
        Binary("float_power", "input: Tensor, exponent: Operand", "torch.float_power .float_power .float_power_", ArithmeticRules.FloatPower),
        Binary("maximum", Tensors, "torch.maximum .maximum", PointwiseRules.Binary(1)),
        Binary("minimum", Tensors, "torch.minimum .minimum", PointwiseRules.Binary(1)),
        Binary("fmax", Tensors, "torch.fmax .fmax", PointwiseRules.Binary(1)),
        Binary("fmin", Tensors, "torch.fmin .fmin", PointwiseRules.Binary(1)),
        Binary("gcd", Tensors, "torch.gcd torch.gcd_ .gcd .gcd_", PointwiseRules.Binary(1)),
        Binary("lcm", Tensors, "torch.lcm torch.lcm_ .lcm .lcm_", PointwiseRules.Binary(1)),
        Binary("atan2", Tensors, "torch.atan2 .atan2 .atan2_ torch.arctan2 .arctan2 .arctan2_", PointwiseRules.FloatingBinary(6)),
        Binary("hypot", Tensors, "torch.hypot .hypot .hypot_", PointwiseRules.FloatingBinary(6)),
        Binary("logaddexp", Tensors, "torch.logaddexp .logaddexp", PointwiseRules.FloatingBinary(6)),
        Binary("logaddexp2", Tensors, "torch.logaddexp2 .logaddexp2", PointwiseRules.FloatingBinary(6)),
        Binary("heaviside", Tensors, "torch.heaviside .heaviside .heaviside_", PointwiseRules.FloatingBinary(6)),
        Binary("nextafter", Tensors, "torch.nextafter .nextafter .nextafter_", PointwiseRules.FloatingBinary(6)),
        Binary("copysign", Two, "torch.copysign .copysign .copysign_", PointwiseRules.FloatingBinary(2)),
        Binary("xlogy", Two, "torch.xlogy torch.xlogy_ .xlogy .xlogy_", PointwiseRules.FloatingBinary(2)),
        Binary("ldexp", Tensors, "torch.ldexp torch.ldexp_ .ldexp .ldexp_", PointwiseRules.FloatingBinary(2)),
        Binary("gt", Two, "torch.gt .gt .gt_ torch.greater .greater .greater_ .__gt__", PointwiseRules.Binary(1, ElementType.Bool)),
        Binary("ge", Two, "torch.ge .ge .ge_ torch.greater_equal .greater_equal .greater_equal_ .__ge__", PointwiseRules.Binary(1, ElementType.Bool)),
        Binary("lt", Two, "torch.lt .lt .lt_ torch.less .less .less_ .__lt__", PointwiseRules.Binary(1, ElementType.Bool)),
        Binary("le", Two, "torch.le .le .le_ torch.less_equal .less_equal .less_equal_ .__le__", PointwiseRules.Binary(1, ElementType.Bool)),
        Binary("eq", Two, "torch.eq .eq .eq_ .__eq__", PointwiseRules.Binary(1, ElementType.Bool)),
        Binary("ne", Two, "torch.ne .ne .ne_ torch.not_equal .not_equal .not_equal_ .__ne__", PointwiseRules.Binary(1, ElementType.Bool)),
        Binary("logical_and", Tensors, "torch.logical_and .logical_and .logical_and_", PointwiseRules.Binary(1, ElementType.Bool)),
        Binary("logical_or", Tensors, "torch.logical_or .logical_or .logical_or_", PointwiseRules.Binary(1, ElementType.Bool)),
        Binary("logical_xor", Tensors, "torch.logical_xor .logical_xor .logical_xor_", PointwiseRules.Binary(1, ElementType.Bool)),
        Binary("bitwise_and", Two, "torch.bitwise_and .bitwise_and .bitwise_and_ .__and__ .__rand__ .__iand__", ArithmeticRules.Bitwise),
        Binary("bitwise_or", Two, "torch.bitwise_or .bitwise_or .bitwise_or_ .__or__ .__ror__ .__ior__", ArithmeticRules.Bitwise),
        Binary("bitwise_xor", Two, "torch.bitwise_xor .bitwise_xor .bitwise_xor_ .__xor__ .__rxor__ .__ixor__", ArithmeticRules.Bitwise),
        Binary("bitwise_left_shift", Two, "torch.bitwise_left_shift .bitwise_left_shift .bitwise_left_shift_ .__lshift__", ArithmeticRules.Bitwise),
        Binary("bitwise_right_shift", Two, "torch.bitwise_right_shift .bitwise_right_shift .bitwise_right_shift_ .__rshift__", ArithmeticRules.Bitwise),
        new("where", "condition: Tensor, input: Operand, other: Operand", "torch.where", ArithmeticRules.Where) { IsOverloaded = true },
        new("masked_fill", "input: Tensor, mask: Tensor, value: Operand", "torch.masked_fill .masked_fill .masked_fill_", ArithmeticRules.MaskedFill) { IsOverloaded = true },
        new("clamp", "input: Tensor, min: Number? = None, max: Number? = None", "torch.clamp torch.clamp_ torch.clip torch.clip_ .clamp .clamp_ .clip .clip_", ArithmeticRules.Clamp) { IsOverloaded = true },
        new("lerp", "input: Tensor, end: Tensor, weight: Operand", "torch.lerp .lerp .lerp_", ArithmeticRules.Interpolate) { IsOverloaded = true },
        new("clamp_min", "input: Tensor, min: Operand", "torch.clamp_min torch.clamp_min_ .clamp_min .clamp_min_", call => PointwiseRules.Combine(call, call.Tensor("input"), call["min"], 1)) { IsOverloaded = true },
        new("clamp_max", "input: Tensor, max: Operand", "torch.clamp_max torch.clamp_max_ .clamp_max .clamp_max_", call => PointwiseRules.Combine(call, call.Tensor("input"), call["max"], 1)) { IsOverloaded = true },
        new("addcmul", "input: Tensor, tensor1: Tensor, tensor2: Tensor, *, value: Number = 1", "torch.addcmul .addcmul .addcmul_", ArithmeticRules.Three) { Lowering = "torch.addcmul({input}, {tensor1}, {tensor2}, value={value})" },
        new("addcdiv", "input: Tensor, tensor1: Tensor, tensor2: Tensor, *, value: Number = 1", "torch.addcdiv .addcdiv .addcdiv_", ArithmeticRules.Three) { Lowering = "torch.addcdiv({input}, {tensor1}, {tensor2}, value={value})" },
        new("isclose", "input: Tensor, other: Tensor, rtol: float = 1e-05, atol: float = 1e-08, equal_nan: bool = False", "torch.isclose .isclose", PointwiseRules.Binary(3, ElementType.Bool)),
        new("allclose", "input: Tensor, other: Tensor, rtol: float = 1e-05, atol: float = 1e-08, equal_nan: bool = False", "torch.allclose .allclose", ArithmeticRules.NeedsValues),
        new("equal", "input: Tensor, other: Tensor", "torch.equal .equal", ArithmeticRules.NeedsValues),
    ];

    private static OperatorDefinition Binary(string name, string parameters, string faces, OperatorRule rule, string? lowering = null) =>
        new(name, parameters, faces, rule) { Lowering = lowering, IsOverloaded = true };
}
