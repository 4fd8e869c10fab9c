using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Operators.Contents;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators;

/// <summary>Rules of operators that work element by element.</summary>
internal static class PointwiseRules
{
    /// <summary>An operator on one tensor called <c>input</c> that keeps its shape.</summary>
    /// <param name="flopsPerElement">Floating-point operations an element.</param>
    /// <param name="element">The element type of the result; null for the input's, integers made floating.</param>
    /// <returns>The rule.</returns>
    public static OperatorRule Unary(int flopsPerElement, ElementType? element = null) => call => Keep(call, flopsPerElement, element);

    /// <summary>A function whose result is floating point also for integers.</summary>
    /// <param name="flopsPerElement">Floating-point operations an element.</param>
    /// <returns>The rule.</returns>
    public static OperatorRule Floating(int flopsPerElement) => call =>
        Keep(call, flopsPerElement, TypePromotion.Floating(call.Tensor("input").Type.Element));

    /// <summary>A function of two tensors whose result is floating point also for integers.</summary>
    /// <param name="flopsPerElement">Floating-point operations an element.</param>
    /// <returns>The rule.</returns>
    public static OperatorRule FloatingBinary(int flopsPerElement) => call => Combine(
        call, call.Tensor("input"), call["other"], flopsPerElement, TypePromotion.Floating(TypePromotion.Of(call["input"], call["other"])));

    /// <summary>Emits an operator whose result has the shape and layout of its <c>input</c>.</summary>
    /// <param name="call">The call.</param>
    /// <param name="flopsPerElement">Floating-point operations an element.</param>
    /// <param name="element">The element type of the result; null for the input's.</param>
    /// <returns>The result.</returns>
    public static CallResult Keep(OperatorCall call, int flopsPerElement, ElementType? element = null)
    {
        var input = call.Tensor("input");
        var result = call.Emit(
            input.Type with { Element = element ?? input.Type.Element },
            flopsPerElement * ShapeMath.SampleElements(input.Shape),
            TensorLayout.Pointwise(input.Shape, input));
        return result.Value is TensorValue tensor && input.Contents is not null
            ? tensor.WithContents(ContentsMath.OfOne(call.Definition.Name, input))
            : result;
    }

    /// <summary>An operator on <c>input</c> and <c>other</c>, which broadcast; <c>other</c> may be a number.</summary>
    /// <param name="flopsPerElement">Floating-point operations an element.</param>
    /// <param name="element">The element type of the result; null for the wider of the two.</param>
    /// <returns>The rule.</returns>
    public static OperatorRule Binary(int flopsPerElement, ElementType? element = null) => call =>
        Combine(call, call.Tensor("input"), call["other"], flopsPerElement, element);

    /// <summary>Emits an operator on a tensor and a tensor or number.</summary>
    /// <param name="call">The call.</param>
    /// <param name="input">The tensor.</param>
    /// <param name="other">The other operand.</param>
    /// <param name="flopsPerElement">Floating-point operations an element.</param>
    /// <param name="element">The element type of the result; null for the wider of the two.</param>
    /// <returns>The result.</returns>
    public static CallResult Combine(OperatorCall call, TensorValue input, Value other, int flopsPerElement, ElementType? element = null)
    {
        if (other is not TensorValue tensor)
        {
            var type = input.Type with { Element = element ?? TypePromotion.Of(input, other) };
            var flops = flopsPerElement * ShapeMath.SampleElements(input.Shape);
            return WithContents(call, input, other, call.Emit(type, flops, TensorLayout.Pointwise(input.Shape, input)));
        }

        if (Broadcasting.Combine(call.Scope, input.Shape, tensor.Shape, out var shape) is { } error)
        {
            return error;
        }

        var combined = call.Emit(
            new TensorType(shape, element ?? TypePromotion.Of(input, tensor)),
            flopsPerElement * ShapeMath.SampleElements(shape),
            TensorLayout.Pointwise(shape, input, tensor));
        return WithContents(call, input, other, combined);
    }

    private static CallResult WithContents(OperatorCall call, TensorValue input, Value other, CallResult result) =>
        result.Value is TensorValue tensor && input.Contents is not null
            ? tensor.WithContents(ContentsMath.OfTwo(call, input, other, tensor.Shape))
            : result;
}
