using NasDaemon.Architectures.Operators.Views;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Information;

/// <summary>Rules of copies. Graphs have none: a copy is another Python object with the same value.</summary>
internal static class CopyRules
{
    /// <summary>The tensor in order of memory.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor itself where it is in order already.</returns>
    public static CallResult Contiguous(OperatorCall call)
    {
        var input = call.Tensor("input");
        return TensorLayout.WithFormat(call["memory_format"], input) ?? (input.Strides.IsDefault ? input : new TensorValue(input.Type, input.Source).WithContents(input.Contents));
    }

    /// <summary>A copy that in-place operators on the original do not change.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The copy.</returns>
    public static CallResult Clone(OperatorCall call)
    {
        var input = call.Tensor("input");
        var contents = input is StateTensor state ? state.Initialisation : input.Contents;
        return TensorViews.Prepare(call.Scope, input) is { } error
            ? error
            : new TensorValue(input.Type, input.Source).WithContents(contents).WithStrides(TensorLayout.Pointwise(input.Shape, input));
    }

    /// <summary>Writes a value into a buffer, for modules of the tracer's own library.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The value, without a gradient.</returns>
    public static CallResult Store(OperatorCall call) => call.Emit(call.Tensor("state").Type, 0);

    /// <summary>The tensor itself.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Same(OperatorCall call) => call.Tensor("input");

    /// <summary>Sets whether gradients flow into a parameter.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult SetRequiresGradient(OperatorCall call)
    {
        if (call.Tensor("input") is StateTensor state)
        {
            state.IsTrainable = call.Flag("requires_grad");
        }

        return call.Tensor("input");
    }
}
