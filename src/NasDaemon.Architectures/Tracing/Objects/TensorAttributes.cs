using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Library;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Objects;

/// <summary>Reads and sets attributes of tensors.</summary>
/// <param name="interpreter">The interpreter.</param>
internal sealed class TensorAttributes(Interpreter interpreter)
{
    /// <summary>Finds an attribute.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="name">The attribute.</param>
    /// <returns>Its value; null where an error was raised, or, without an error, where there is none.</returns>
    public Value? Find(TensorValue tensor, string name)
    {
        if (OperatorCatalogue.Default.TryFindProperty(name, out var property))
        {
            return interpreter.State.Take(property.Call(interpreter.State.Scope, CallArguments.Of(tensor)));
        }

        if (OperatorCatalogue.Default.TryFindMethod(name, out var method))
        {
            return new BoundMethodValue(tensor, new CatalogueFunctionValue(method));
        }

        return name switch
        {
            "data" => tensor,
            "shape" => new SizeValue(tensor.Shape),
            "ndim" => new IntegerValue(tensor.Shape.Length),
            "dtype" => ElementTypeValue.Of(tensor.Type.Element),
            "device" => new DeviceValue("cpu"),
            "grad" or "grad_fn" => NoneValue.Instance,
            "is_cuda" or "is_sparse" or "is_quantized" => BoolValue.False,
            "requires_grad" => BoolValue.Of(tensor is not StateTensor state || state.IsTrainable),
            "is_leaf" => BoolValue.Of(tensor is StateTensor),
            "__class__" => CoreTypes.Of(tensor),
            "is_cpu" => BoolValue.True,
            _ when UnsupportedNames.Contains($"torch.Tensor.{name}") => interpreter.State.Refuse(
                FailureClass.UnsupportedSyntax, $"The tracer does not support 'torch.Tensor.{name}'."),
            _ => null,
        };
    }
}
