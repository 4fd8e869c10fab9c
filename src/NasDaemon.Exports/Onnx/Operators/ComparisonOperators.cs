using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Exports.Onnx.Building;
using NasDaemon.Exports.Onnx.Model;

namespace NasDaemon.Exports.Onnx.Operators;

/// <summary>Comparisons and truth values.</summary>
internal static class ComparisonOperators
{
    /// <summary>The operators.</summary>
    public static ImmutableArray<OnnxOperator> All { get; } =
    [
        Comparison("eq", "Equal"), Comparison("lt", "Less"), Comparison("le", "LessOrEqual"), Comparison("gt", "Greater"), Comparison("ge", "GreaterOrEqual"),
        new("ne", "Equal, Not", call => call.Map("Not", Compare(call, "Equal"))),
        Truth("logical_and", "And"), Truth("logical_or", "Or"), Truth("logical_xor", "Xor"),
        Bits("bitwise_and", "And"), Bits("bitwise_or", "Or"), Bits("bitwise_xor", "Xor"),
        new("bitwise_not", "Not", call => call.Input.Element == ElementType.Bool ? call.Map("Not", call.Input) : "works on the bits of integers"),
        new("isclose", "Sub, Abs, Mul, Add, LessOrEqual", Close),
    ];

    private static OnnxOperator Comparison(string name, string written) => new(name, written, call => Compare(call, written));

    private static OnnxValue Compare(NodeCall call, string name)
    {
        var element = call.CommonElement("input", "other");
        element = element == ElementType.Bool && name != "Equal" ? ElementType.Int32 : element;
        return call.Compare(name, call.Operand("input", element), call.Operand("other", element));
    }

    private static OnnxOperator Truth(string name, string written) => new(
        name, written, call => call.Compare(written, call.Operand("input", ElementType.Bool), call.Operand("other", ElementType.Bool)));

    private static OnnxOperator Bits(string name, string written) => new(
        name,
        written,
        call => call.Output.Element == ElementType.Bool
            ? call.Compare(written, call.Operand("input", ElementType.Bool), call.Operand("other", ElementType.Bool))
            : "works on the bits of integers");

    private static OnnxOutcome Close(NodeCall call)
    {
        var (one, other) = (call.Cast(call.Input, ElementType.Float32), call.Cast(call.Tensor("other"), ElementType.Float32));
        var allowed = call.Join("Add", call.Join("Mul", call.Map("Abs", other), call.Number("rtol")), call.Number("atol"));
        return call.Compare("LessOrEqual", call.Map("Abs", call.Join("Sub", one, other)), allowed);
    }
}
