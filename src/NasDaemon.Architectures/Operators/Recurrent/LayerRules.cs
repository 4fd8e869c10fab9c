using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Recurrent;

/// <summary>Recurrent layers over a whole sequence. <c>nn.LSTM</c> and its kind check their arguments before.</summary>
internal static class LayerRules
{
    /// <summary>A stack of layers.</summary>
    /// <param name="call">The call.</param>
    /// <param name="gates">How many gates a cell has.</param>
    /// <returns>The outputs of the last layer, and the last states of every layer.</returns>
    public static CallResult Apply(OperatorCall call, int gates)
    {
        var input = call.Tensor("input");
        var states = call["hx"] is TensorValue one ? [one] : call.Tensors("hx");
        var weights = call.Tensors("params");
        if (input.Shape.Length != 3)
        {
            return OperatorError.Runtime($"input must have 3 dimensions, got {input.Shape.Length}");
        }

        var directions = call.Flag("bidirectional") ? 2 : 1;
        var output = input.Shape.SetItem(2, directions * states[0].Shape[^1].Constant);
        TensorType[] types = [input.Type with { Shape = output }, .. states.Select(state => input.Type with { Shape = state.Shape })];
        return call.EmitMany([.. types], Cost(input, weights, gates, call.Flag("batch_first")));
    }

    // A matrix of w rows and n columns costs 2wn for every position; the gates cost some operations an element.
    private static long Cost(TensorValue input, IEnumerable<TensorValue> weights, int gates, bool isBatchFirst)
    {
        var positions = isBatchFirst
            ? input.Shape[0].At(1) * input.Shape[1].At(1)
            : input.Shape[1].At(1) * input.Shape[0].At(1);
        var perPosition = 0L;
        foreach (var weight in weights)
        {
            var elements = ShapeMath.SampleElements(weight.Shape);
            perPosition += weight.Shape.Length == 2 ? 2 * elements : (gates > 1 ? 4 : 2) * elements;
        }

        return positions * perPosition;
    }
}
