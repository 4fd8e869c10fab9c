using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Shapes;

/// <summary>Complex tensors and their parts.</summary>
internal static class ComplexRules
{
    /// <summary>Complex numbers as pairs.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor, with a last dimension of two.</returns>
    public static CallResult AsReal(OperatorCall call)
    {
        var type = call.Tensor("input").Type;
        return ElementTypes.IsComplex(type.Element)
            ? call.Emit(new TensorType(type.Shape.Add(2), ElementTypes.Real(type.Element)), 0, keepsActivation: false)
            : OperatorError.Runtime("view_as_real is only supported for complex tensors");
    }

    /// <summary>Pairs as complex numbers.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor, without its last dimension.</returns>
    public static CallResult AsComplex(OperatorCall call)
    {
        var type = call.Tensor("input").Type;
        if (type.Element is not (ElementType.Float32 or ElementType.Float64 or ElementType.Float16))
        {
            return OperatorError.Runtime($"view_as_complex is only supported for half, float and double tensors, but got a tensor of scalar type: {ElementTypes.CppName(type.Element)}");
        }

        if (type.Shape.Length == 0)
        {
            return OperatorError.Shape("Input tensor must have one or more dimensions");
        }

        return type.Shape[^1].Traced() == 2
            ? call.Emit(new TensorType(type.Shape.RemoveAt(type.Shape.Length - 1), ElementTypes.Complex(type.Element)), 0, keepsActivation: false)
            : OperatorError.Shape("Tensor must have a last dimension of size 2");
    }

    /// <summary>The real or the imaginary part.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The part.</returns>
    public static CallResult Part(OperatorCall call)
    {
        var type = call.Tensor("input").Type;
        if (ElementTypes.IsComplex(type.Element))
        {
            long[] strides = [.. TensorLayout.Of(call.Tensor("input")).Select(stride => 2 * stride)];
            return call.Emit(
                type with { Element = ElementTypes.Real(type.Element) }, 0, TensorLayout.Normalise(type.Shape, strides), keepsActivation: false);
        }

        return call.Definition.Name == "real" ? call.Tensor("input") : OperatorError.Runtime("imag is not implemented for tensors with non-complex dtypes.");
    }

    /// <summary>The angle of complex numbers.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The angles.</returns>
    public static CallResult Angle(OperatorCall call) => PointwiseRules.Keep(call, 5, TypePromotion.Floating(ElementTypes.Real(call.Tensor("input").Type.Element)));

    /// <summary>Complex numbers of two parts.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The complex numbers.</returns>
    public static CallResult Join(OperatorCall call)
    {
        var (first, second) = (call.Tensor(call.Parameters[0].Name), call.Tensor(call.Parameters[1].Name));
        if (first.Type.Element != second.Type.Element)
        {
            return OperatorError.Runtime(
                $"Expected object of scalar type {ElementTypes.CppName(first.Type.Element)} but got scalar type {ElementTypes.CppName(second.Type.Element)} for second argument");
        }

        return Broadcasting.Combine(call.Scope, first.Shape, second.Shape, out var shape) is { } error
            ? error
            : call.Emit(new TensorType(shape, ElementTypes.Complex(first.Type.Element)), ShapeMath.SampleElements(shape));
    }

    /// <summary>The conjugate of the transposed matrix.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The matrix.</returns>
    public static CallResult Adjoint(OperatorCall call)
    {
        var input = call.Tensor("input");
        if (input.Shape.Length < 2)
        {
            return OperatorError.Shape($"tensor.{call.FunctionName} is only supported on matrices or batches of matrices. Got {input.Shape.Length}-D tensor.");
        }

        var steps = new Composition(call.Scope);
        var turned = steps.Call("torch.transpose", input, new IntegerValue(-2), new IntegerValue(-1));
        return steps.Result(ElementTypes.IsComplex(input.Type.Element) ? steps.Call("torch.conj", turned) : turned);
    }
}
