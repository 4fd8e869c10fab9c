using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Arithmetic;

/// <summary>Rules of arithmetic on two operands.</summary>
internal static class ArithmeticRules
{
    /// <summary>Addition and subtraction, with the factor <c>alpha</c>.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Scaled(OperatorCall call)
    {
        if (call.Tensor("input").Type.Element == ElementType.Bool && call.Definition.Name == "sub" && call["other"] is TensorValue)
        {
            return OperatorError.Runtime(
                "Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.");
        }

        return PointwiseRules.Combine(call, call.Tensor("input"), call["other"], call["alpha"] is IntegerValue { Constant: 1 } ? 1 : 2);
    }

    /// <summary>Division, whose result has fractions unless it rounds.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Divide(OperatorCall call)
    {
        var input = call.Tensor("input");
        if (call.Definition.Name == "div" && call["rounding_mode"] is TextValue { Value: not ("trunc" or "floor") } mode)
        {
            return OperatorError.Runtime($"div expected rounding_mode to be one of None, 'trunc', or 'floor' but found '{mode.Value}'");
        }

        var isExact = call.Definition.Name == "rdiv" || call.IsNone("rounding_mode");
        var becomesFloat = isExact
            && !ElementTypes.IsFloating(input.Type.Element)
            && (call["other"] is not TensorValue other || !ElementTypes.IsFloating(other.Type.Element));
        return PointwiseRules.Combine(call, input, call["other"], 1, becomesFloat ? ElementType.Float32 : null);
    }

    /// <summary>A power.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Power(OperatorCall call)
    {
        if (call["input"] is TensorValue input)
        {
            return PointwiseRules.Combine(call, input, call["exponent"], 8);
        }

        var steps = new Composition(call.Scope);
        return call["exponent"] is TensorValue
            ? steps.Result(steps.Operator("rpow", call["exponent"], call["input"]))
            : OperatorError.Type(
                $"pow() received an invalid combination of arguments - got ({call["input"].TypeName}, {call["exponent"].TypeName}), but expected one of:");
    }

    /// <summary>A choice by a condition, all three broadcast.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Where(OperatorCall call)
    {
        var shape = call.Tensor("condition").Shape;
        foreach (var name in (ReadOnlySpan<string>)["input", "other"])
        {
            if (call[name] is TensorValue tensor && Broadcasting.Combine(call.Scope, shape, tensor.Shape, out shape) is { } error)
            {
                return error;
            }
        }

        return call.Emit(new TensorType(shape, TypePromotion.Of(call["input"], call["other"])), ShapeMath.SampleElements(shape));
    }

    /// <summary>Overwrites what a mask marks.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult MaskedFill(OperatorCall call)
    {
        var (input, mask) = (call.Tensor("input"), call.Tensor("mask"));
        if (mask.Type.Element is not (ElementType.Bool or ElementType.UInt8))
        {
            return OperatorError.Runtime(
                $"expected self and mask to have bool dtype for the mask, but got {ElementTypes.Name(mask.Type.Element)}");
        }

        return Broadcasting.Combine(call.Scope, input.Shape, mask.Shape, out var shape) is { } error
            ? error
            : call.Emit(input.Type with { Shape = shape }, ShapeMath.SampleElements(shape));
    }

    /// <summary>Limits values on one or both sides.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Clamp(OperatorCall call) => call.IsNone("min") && call.IsNone("max")
        ? OperatorError.Runtime("torch.clamp: At least one of 'min' or 'max' must not be None")
        : PointwiseRules.Keep(call, 2);

    /// <summary>A linear mixture of two tensors.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Interpolate(OperatorCall call) => PointwiseRules.Combine(call, call.Tensor("input"), call["end"], 3);

    /// <summary>A sum with a product or quotient of two more tensors.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Three(OperatorCall call)
    {
        var (input, first, second) = (call.Tensor("input"), call.Tensor("tensor1"), call.Tensor("tensor2"));
        if (Broadcasting.Combine(call.Scope, input.Shape, first.Shape, out var shape) is { } firstError)
        {
            return firstError;
        }

        return Broadcasting.Combine(call.Scope, shape, second.Shape, out shape) is { } error
            ? error
            : call.Emit(new TensorType(shape, TypePromotion.Of(input, first, second)), 3 * ShapeMath.SampleElements(shape));
    }

    /// <summary>A power in 64-bit floating point.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult FloatPower(OperatorCall call) =>
        PointwiseRules.Combine(call, call.Tensor("input"), call["exponent"], 8, ElementType.Float64);

    /// <summary>An operation on the bits of integers, or on truth values.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Bitwise(OperatorCall call)
    {
        var element = TypePromotion.Of(call["input"], call["other"]);
        return ElementTypes.IsInteger(element) || element == ElementType.Bool
            ? PointwiseRules.Combine(call, call.Tensor("input"), call["other"], 1)
            : OperatorError.Runtime($"\"{call.Definition.Name}_cpu\" not implemented for '{ElementTypes.CppName(element)}'");
    }

    /// <summary>A question about the values of tensors.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The refusal.</returns>
    public static CallResult NeedsValues(OperatorCall call) => new OperatorError(
        Abstractions.Failures.FailureClass.DataDependent,
        "RuntimeError",
        $"{call.FunctionName}() needs the values of tensors, which are not known before the network runs.");
}
