using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Operators;
using NasDaemon.Exports.Onnx.Building;
using NasDaemon.Exports.Onnx.Model;

namespace NasDaemon.Exports.Onnx.Operators;

/// <summary>Functions of single elements, and what only changes their type.</summary>
internal static class UnaryOperators
{
    /// <summary>The operators.</summary>
    public static ImmutableArray<OnnxOperator> All { get; } =
    [
        Plain("abs", "Abs"), Plain("neg", "Neg"), Whole("ceil", "Ceil"), Whole("floor", "Floor"), Plain("sign", "Sign"), Plain("sgn", "Sign"),
        Plain("exp", "Exp"), Plain("log", "Log"), Plain("sqrt", "Sqrt"), Plain("reciprocal", "Reciprocal"), Plain("erf", "Erf"),
        Plain("sin", "Sin"), Plain("cos", "Cos"), Plain("tan", "Tan"), Plain("asin", "Asin"), Plain("acos", "Acos"), Plain("atan", "Atan"),
        Plain("sinh", "Sinh"), Plain("cosh", "Cosh"), Plain("asinh", "Asinh"), Plain("acosh", "Acosh"), Plain("atanh", "Atanh"),
        new("round", "Round", Round),
        new("rsqrt", "Sqrt, Reciprocal", call => call.Map("Reciprocal", call.Map("Sqrt", Floating(call)))),
        new("square", "Mul", call => call.Join("Mul", call.Input, call.Input)),
        new("erfc", "Erf, Sub", call => call.Join("Sub", call.Graph.Number(1, call.Output.Element), call.Map("Erf", Floating(call)))),
        new("exp2", "Pow", call => call.Join("Pow", call.Graph.Number(2, call.Output.Element), Floating(call))),
        new("expm1", "Exp, Sub", call => call.Join("Sub", call.Map("Exp", Floating(call)), 1)),
        new("log1p", "Add, Log", call => call.Map("Log", call.Join("Add", Floating(call), 1))),
        new("log2", "Log, Div", call => call.Join("Div", call.Map("Log", Floating(call)), Math.Log(2))),
        new("log10", "Log, Div", call => call.Join("Div", call.Map("Log", Floating(call)), Math.Log(10))),
        new("deg2rad", "Mul", call => call.Join("Mul", Floating(call), Math.PI / 180)),
        new("rad2deg", "Mul", call => call.Join("Mul", Floating(call), 180 / Math.PI)),
        new("trunc", "Sign, Abs, Floor, Mul", call => IsWhole(call) ? call.Input : Truncate(call, call.Input)),
        new("frac", "Sign, Abs, Floor, Mul, Sub", call => call.Join("Sub", call.Input, Truncate(call, call.Input))),
        new("sinc", "Sin, Div, Where", Sinc),
        new("logit", "Clip, Log, Div", Logit),
        new("isnan", "IsNaN", call => call.Emit("IsNaN", [call.Cast(call.Input, ElementType.Float32)])),
        new("isinf", "IsInf", call => Infinite(call, true, true)),
        new("isposinf", "IsInf", call => Infinite(call, false, true)),
        new("isneginf", "IsInf", call => Infinite(call, true, false)),
        new("isfinite", "IsInf, IsNaN, Or, Not", Finite),
        new("nan_to_num", "IsNaN, IsInf, Where", Replace),
        new("logical_not", "Not", call => call.Emit("Not", [call.Cast(call.Input, ElementType.Bool)])),
        new("to", "Cast", call => call.Cast(call.Input, call.Output.Element)),
        .. Same("positive"), .. Same("detach"), .. Same("clone"), .. Same("contiguous"), .. Same("conj"), .. Same("real"),
        new("state_copy", "nothing in evaluation", call => call.Tensor("value")),
    ];

    /// <summary>A number without its fraction.</summary>
    public static OnnxValue Truncate(NodeCall call, OnnxValue value) =>
        call.Join("Mul", call.Map("Sign", value), call.Map("Floor", call.Map("Abs", value)));

    private static OnnxOperator Plain(string name, string written) => new(name, written, call => call.Map(written, Floating(call)));

    // ONNX rounds no integers, which are whole already.
    private static OnnxOperator Whole(string name, string written) =>
        new(name, written, call => IsWhole(call) ? call.Input : call.Map(written, call.Input));

    private static bool IsWhole(NodeCall call) => !ElementTypes.IsFloating(call.Input.Element);

    private static ImmutableArray<OnnxOperator> Same(string name) => [new(name, "nothing", call => call.Input)];

    private static OnnxValue Floating(NodeCall call) => call.Cast(call.Input, call.Output.Element);

    private static OnnxOutcome Round(NodeCall call)
    {
        if (call.Integer("decimals") is var decimals and not 0)
        {
            var scale = Math.Pow(10, decimals);
            return call.Join("Div", call.Map("Round", call.Join("Mul", call.Input, scale)), scale);
        }

        return call.Map("Round", call.Input);
    }

    private static OnnxOutcome Sinc(NodeCall call)
    {
        var scaled = call.Join("Mul", Floating(call), Math.PI);
        var ratio = call.Join("Div", call.Map("Sin", scaled), scaled);
        return call.Where(call.Compare("Equal", scaled, 0), call.Graph.Number(1, scaled.Element), ratio);
    }

    private static OnnxOutcome Logit(NodeCall call)
    {
        var input = Floating(call);
        if (!call.IsNone("eps"))
        {
            var low = call.Graph.Number(call.Number("eps"), input.Element);
            input = call.Emit("Clip", input.Type, [input, low, call.Graph.Number(1 - call.Number("eps"), input.Element)]);
        }

        return call.Map("Log", call.Join("Div", input, call.Join("Sub", call.Graph.Number(1, input.Element), input)));
    }

    private static OnnxValue Infinite(NodeCall call, bool negative, bool positive) => call.Emit(
        "IsInf",
        call.Input.Type with { Element = ElementType.Bool },
        [call.Cast(call.Input, ElementType.Float32)],
        OnnxAttribute.Of("detect_negative", negative ? 1 : 0),
        OnnxAttribute.Of("detect_positive", positive ? 1 : 0));

    private static OnnxOutcome Finite(NodeCall call)
    {
        var missing = call.Emit("IsNaN", [call.Cast(call.Input, ElementType.Float32)]);
        return call.Map("Not", call.Join("Or", missing, Infinite(call, true, true)));
    }

    private static OnnxOutcome Replace(NodeCall call)
    {
        var input = call.Input;
        var most = input.Element == ElementType.Float64 ? double.MaxValue : float.MaxValue;
        var known = call.Where(Missing(call), call.Graph.Number(Given("nan", 0), input.Element), input);
        known = call.Where(Infinite(call, false, true), call.Graph.Number(Given("posinf", most), input.Element), known);
        return call.Where(Infinite(call, true, false), call.Graph.Number(Given("neginf", -most), input.Element), known);

        double Given(string name, double otherwise) => call.IsNone(name) ? otherwise : call.Number(name);
    }

    private static OnnxValue Missing(NodeCall call) =>
        call.Emit("IsNaN", call.Input.Type with { Element = ElementType.Bool }, [call.Cast(call.Input, ElementType.Float32)]);
}
