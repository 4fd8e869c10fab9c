using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Operators.Information;
using NasDaemon.Architectures.Operators.Views;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators;

/// <summary>Writes the result of an in-place operator into the tensor object that it was called on.</summary>
internal static class InPlace
{
    /// <summary>Writes a result.</summary>
    /// <param name="scope">Where the call happens.</param>
    /// <param name="target">The tensor that is changed.</param>
    /// <param name="result">The result.</param>
    /// <returns>The changed tensor, or PyTorch's error.</returns>
    public static CallResult Write(TraceScope scope, Value target, TensorValue result)
    {
        if (ReferenceEquals(target, result) || target is not TensorValue tensor)
        {
            return result;
        }

        // squeeze_(), t_() and their kind change how the tensor shows its memory, not the memory.
        if (ReferenceEquals(result.Origin, tensor))
        {
            tensor.Assign(result);
            return tensor;
        }

        if (!ShapeMath.Same(tensor.Shape, result.Shape))
        {
            return OperatorError.Shape(
                $"output with shape {ShapeText.List(tensor.Shape)} doesn't match the broadcast shape {ShapeText.List(result.Shape)}");
        }

        if (!TypePromotion.CanCast(result.Type.Element, tensor.Type.Element))
        {
            return OperatorError.Runtime(
                $"result type {ElementTypes.CppName(result.Type.Element)} can't be cast to the desired output type {ElementTypes.CppName(tensor.Type.Element)}");
        }

        var converted = ConversionRules.Convert(scope, result, tensor.Type.Element);
        if (converted.Value is not TensorValue value)
        {
            return converted;
        }

        var error = tensor is StateTensor state ? WriteState(scope, state, value) : TensorViews.Write(scope, tensor, value);
        return error is null ? tensor : error;
    }

    /// <summary>Writes into a parameter or buffer, which in <c>__init__</c> changes its first value.</summary>
    /// <param name="scope">Where the call happens.</param>
    /// <param name="state">The parameter or buffer.</param>
    /// <param name="result">Its new value.</param>
    /// <returns>PyTorch's error; null where there is none.</returns>
    public static OperatorError? WriteState(TraceScope scope, StateTensor state, TensorValue result)
    {
        if (scope.InForward)
        {
            return state.IsTrainable
                ? new OperatorError(
                    FailureClass.RaisedError,
                    "RuntimeError",
                    "a leaf Variable that requires grad is being used in an in-place operation.")
                : OperatorError.Unsupported("A buffer that forward() changes in place is not supported.");
        }

        if (result.Contents is not null)
        {
            state.Initialisation = result.Contents;
            return null;
        }

        if (result.Source is not ValueArgument)
        {
            return OperatorError.Unsupported("These first values of a parameter are not known to the tracer.");
        }

        state.FirstValue = result.Source;
        return null;
    }
}
