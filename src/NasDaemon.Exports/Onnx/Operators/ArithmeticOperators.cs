using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Operators;
using NasDaemon.Exports.Onnx.Building;
using NasDaemon.Exports.Onnx.Model;

namespace NasDaemon.Exports.Onnx.Operators;

/// <summary>Functions of two or three values that broadcast.</summary>
internal static class ArithmeticOperators
{
    /// <summary>The operators.</summary>
    public static ImmutableArray<OnnxOperator> All { get; } =
    [
        new("add", "Add, Mul, Or", call => call.Join(call.Output.Element == ElementType.Bool ? "Or" : "Add", Left(call), Scaled(call, Right(call)))),
        new("sub", "Sub, Mul", call => call.Join("Sub", Left(call), Scaled(call, Right(call)))),
        new("rsub", "Sub, Mul", call => call.Join("Sub", Right(call), Scaled(call, Left(call)))),
        new("mul", "Mul, And", call => call.Join(call.Output.Element == ElementType.Bool ? "And" : "Mul", Left(call), Right(call))),
        new("div", "Div, Floor", Divide),
        new("rdiv", "Div", call => call.Join("Div", Right(call), Left(call))),
        new("floor_divide", "Div, Floor", call => Quotient(call, "floor")),
        new("remainder", "Mod, Div, Floor, Mul, Sub", Remainder),
        new("fmod", "Mod", call => call.Emit("Mod", [Left(call), Right(call)], OnnxAttribute.Of("fmod", 1))),
        new("pow", "Pow", call => call.Join("Pow", Left(call), Operand(call, "exponent"))),
        new("rpow", "Pow", call => call.Join("Pow", Right(call), Left(call))),
        new("float_power", "Pow", call => call.Join("Pow", Left(call), Operand(call, "exponent"))),
        new("maximum", "Max", call => call.Join("Max", Left(call), Right(call))),
        new("minimum", "Min", call => call.Join("Min", Left(call), Right(call))),
        new("clamp", "Clip, Max, Min", Clamp),
        new("clamp_min", "Max", call => call.Join("Max", Left(call), Operand(call, "min"))),
        new("clamp_max", "Min", call => call.Join("Min", Left(call), Operand(call, "max"))),
        new("hypot", "Mul, Add, Sqrt", call => call.Map("Sqrt", call.Join("Add", Square(call, Left(call)), Square(call, Right(call))))),
        new("logaddexp", "Sub, Abs, Exp, Log, Max, Add", LogOfSum),
        new("xlogy", "Log, Mul, Where", call => call.Where(call.Compare("Equal", Left(call), 0), call.Graph.Number(0, call.Output.Element), call.Join("Mul", Left(call), call.Map("Log", Right(call))))),
        new("lerp", "Sub, Mul, Add", call => call.Join("Add", Left(call), call.Join("Mul", Operand(call, "weight"), call.Join("Sub", Operand(call, "end"), Left(call))))),
        new("addcmul", "Mul, Add", call => Added(call, "Mul")),
        new("addcdiv", "Div, Mul, Add", call => Added(call, "Div")),
        new("where", "Where", call => call.Where(call.Cast(call.Tensor("condition"), ElementType.Bool), Left(call), Right(call))),
        new("masked_fill", "Where", call => call.Where(call.Cast(call.Tensor("mask"), ElementType.Bool), Operand(call, "value"), call.Input)),
        new("heaviside", "Equal, Greater, Cast, Where", Heaviside),
    ];

    private static OnnxValue Operand(NodeCall call, string name) => call.Operand(name, call.Output.Element);

    private static OnnxValue Left(NodeCall call) => Operand(call, "input");

    private static OnnxValue Right(NodeCall call) => Operand(call, "other");

    private static OnnxValue Square(NodeCall call, OnnxValue value) => call.Join("Mul", value, value);

    private static OnnxValue Scaled(NodeCall call, OnnxValue value) => call["alpha"] is NoneArgument || call.Number("alpha") == 1
        ? value
        : call.Join("Mul", value, call.Number("alpha"));

    private static OnnxOutcome Divide(NodeCall call) => call.IsNone("rounding_mode")
        ? call.Join("Div", Left(call), Right(call))
        : Quotient(call, call.Text("rounding_mode"));

    // ONNX divides integers towards zero and floors no integers.
    private static OnnxOutcome Quotient(NodeCall call, string rounding)
    {
        if (ElementTypes.IsFloating(call.Output.Element))
        {
            var quotient = call.Join("Div", Left(call), Right(call));
            return rounding == "trunc" ? UnaryOperators.Truncate(call, quotient) : call.Map("Floor", quotient);
        }

        if (rounding == "trunc")
        {
            return call.Join("Div", Left(call), Right(call));
        }

        var rest = call.Emit("Mod", [Left(call), Right(call)]);
        return call.Join("Div", call.Join("Sub", Left(call), rest), Right(call));
    }

    private static OnnxOutcome Remainder(NodeCall call)
    {
        if (!ElementTypes.IsFloating(call.Output.Element))
        {
            return call.Emit("Mod", [Left(call), Right(call)]);
        }

        var whole = call.Map("Floor", call.Join("Div", Left(call), Right(call)));
        return call.Join("Sub", Left(call), call.Join("Mul", whole, Right(call)));
    }

    private static OnnxOutcome Clamp(NodeCall call)
    {
        var result = Left(call);
        result = call.IsNone("min") ? result : call.Join("Max", result, Operand(call, "min"));
        return call.IsNone("max") ? result : call.Join("Min", result, Operand(call, "max"));
    }

    private static OnnxOutcome LogOfSum(NodeCall call)
    {
        var distance = call.Map("Neg", call.Map("Abs", call.Join("Sub", Left(call), Right(call))));
        var more = call.Map("Log", call.Join("Add", call.Map("Exp", distance), 1));
        return call.Join("Add", call.Join("Max", Left(call), Right(call)), more);
    }

    private static OnnxOutcome Added(NodeCall call, string name)
    {
        var term = call.Join(name, Operand(call, "tensor1"), Operand(call, "tensor2"));
        return call.Join("Add", Left(call), call.Number("value") == 1 ? term : call.Join("Mul", term, call.Number("value")));
    }

    private static OnnxOutcome Heaviside(NodeCall call)
    {
        var step = call.Cast(call.Compare("Greater", Left(call), 0), call.Output.Element);
        return call.Where(call.Compare("Equal", Left(call), 0), Right(call), step);
    }
}
