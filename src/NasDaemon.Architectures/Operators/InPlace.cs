using NasDaemon.Abstractions.Failures;
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
        if (ReferenceEquals(target, result))
        {
            return result;
        }

        if (target is StateTensor state)
        {
            return WriteState(scope, state, result);
        }

        if (target is not TensorValue tensor)
        {
            return result;
        }

        if (ShapeMath.Elements(tensor.Shape) != ShapeMath.Elements(result.Shape))
        {
            return OperatorError.Shape(
                $"output with shape {ShapeText.List(tensor.Shape)} doesn't match the broadcast shape {ShapeText.List(result.Shape)}");
        }

        tensor.Assign(result);
        return tensor;
    }

    private static CallResult WriteState(TraceScope scope, StateTensor state, TensorValue result)
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

        if (result.Contents is null)
        {
            return OperatorError.Unsupported("These first values of a parameter have no closed form that is supported.");
        }

        state.Initialisation = result.Contents;
        return state;
    }
}
