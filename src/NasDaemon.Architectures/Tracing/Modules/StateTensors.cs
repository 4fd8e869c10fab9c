using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Emit;
using NasDaemon.Architectures.Graphs;
using NasDaemon.Architectures.Operators.Views;
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

        if (TensorViews.Prepare(interpreter.State.Scope, tensor) is { } error)
        {
            interpreter.State.Raise(error);
            return null;
        }

        if (tensor.Source is ValueArgument computed && tensor.Shape.All(size => size.IsFixed))
        {
            return new StateTensor(tensor.Type.At(TraceBatch.Size), tensor.Type.Element, new ConstantInitialisation(0), isParameter, isTrainable)
            {
                FirstValue = computed,
            };
        }

        var what = isParameter ? "parameter" : "buffer";
        interpreter.State.Refuse(FailureClass.UnsupportedSyntax, $"The tracer does not know the values that this {what} starts with.");
        return null;
    }

    /// <summary>How a parameter or buffer gets its first values, the operators that compute them written out.</summary>
    /// <param name="state">The parameter or buffer.</param>
    /// <param name="graph">The graph that has the operators.</param>
    /// <returns>The initialisation.</returns>
    public static Initialisation FirstValues(StateTensor state, GraphBuilder graph) => state.FirstValue is { } computed
        ? new ComputedInitialisation(TorchScriptEmitter.LowerTable(graph.Nodes, computed, state.Type))
        : state.Initialisation;

    /// <summary>Copies a parameter or buffer.</summary>
    /// <param name="state">The parameter or buffer.</param>
    /// <returns>The copy, without a name.</returns>
    public static StateTensor Copy(StateTensor state) =>
        new(state.Sizes, state.Type.Element, state.Initialisation, state.IsParameter, state.IsTrainable);
}
