using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Graphs;

/// <summary>Estimates what training a network takes.</summary>
public static class TrainingMemory
{
    private const int FloatBytes = 4;

    /// <summary>Estimates the memory of one training step.</summary>
    /// <remarks>
    /// Weights, their gradients and the optimizer's state; buffers; the activations that the backward pass needs; and twice the largest
    /// activation, for the gradients in flight.
    /// </remarks>
    /// <param name="architecture">The network.</param>
    /// <param name="batch">Samples a step.</param>
    /// <param name="optimizerSlots">Numbers that the optimizer keeps for each parameter: 0 for SGD, 1 with momentum, 2 for Adam.</param>
    /// <returns>Bytes.</returns>
    public static long Estimate(Architecture architecture, int batch, int optimizerSlots)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        var state = 0L;
        foreach (var entry in architecture.State)
        {
            if (entry.SharedWith is null)
            {
                var copies = entry is { IsParameter: true, IsTrainable: true } ? 2 + optimizerSlots : 1;
                state = Saturating.Add(state, Saturating.Multiply(entry.Elements, (long)copies * TensorElements.Bytes(entry.Element)));
            }
        }

        long kept = 0, largest = 0;
        foreach (var node in architecture.Nodes)
        {
            var elements = TensorElements.OfAll(node.Outputs, batch);
            largest = Math.Max(largest, elements);
            kept = Saturating.Add(kept, node.Cost.ActivationElements > 0 ? elements : 0);
        }

        var inputs = TensorElements.OfAll(architecture.Inputs, batch);
        var activations = Saturating.Add(Saturating.Add(kept, inputs), Saturating.Multiply(2, largest));
        return Saturating.Add(state, Saturating.Multiply(activations, FloatBytes));
    }
}
