using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Modules;

/// <summary>Makes parameters and buffers of tensors.</summary>
internal static class StateTensors
{
    /// <summary>Makes a parameter or buffer that starts with a tensor's values.</summary>
    /// <param name="interpreter">Takes errors.</param>
    /// <param name="tensor">The tensor.</param>
    /// <param name="isParameter">True for a parameter, false for a buffer.</param>
    /// <param name="isTrainable">Whether gradients flow into it.</param>
    /// <returns>The parameter or buffer; null where an error was raised.</returns>
    public static StateTensor? From(Interpreter interpreter, TensorValue tensor, bool isParameter, bool isTrainable)
    {
        if (tensor is StateTensor known && known.IsParameter == isParameter)
        {
            known.IsTrainable = isTrainable;
            return known;
        }

        if (((tensor as StateTensor)?.Initialisation ?? tensor.Contents) is { } contents)
        {
            return new StateTensor(tensor.Type.At(TraceBatch.Size), tensor.Type.Element, contents, isParameter, isTrainable);
        }

        var what = isParameter ? "parameter" : "buffer";
        interpreter.State.Refuse(FailureClass.UnsupportedSyntax, $"The tracer does not know the values that this {what} starts with.");
        return null;
    }

    /// <summary>Copies a parameter or buffer.</summary>
    /// <param name="state">The parameter or buffer.</param>
    /// <returns>The copy, without a name.</returns>
    public static StateTensor Copy(StateTensor state) =>
        new(state.Sizes, state.Type.Element, state.Initialisation, state.IsParameter, state.IsTrainable);
}
