using System.Collections.Immutable;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Recurrent;

/// <summary>One step of a recurrent layer.</summary>
internal static class CellRules
{
    /// <summary>A cell.</summary>
    /// <param name="call">The call.</param>
    /// <param name="gates">How many gates it has.</param>
    /// <returns>The new state, or a pair of states.</returns>
    public static CallResult Apply(OperatorCall call, int gates)
    {
        var (input, inputs, hidden) = (call.Tensor("input"), call.Tensor("w_ih"), call.Tensor("w_hh"));
        ImmutableArray<TensorValue> states = call["hx"] is TensorValue one ? [one] : call.Tensors("hx");
        var (expected, got) = (inputs.Shape[1].Traced(), input.Shape[1].Traced());
        if (expected != got)
        {
            return OperatorError.Shape($"input has inconsistent input_size: got {got} expected {expected}");
        }

        for (var index = 0; index < states.Length; index++)
        {
            if (Check(call.Scope, input, states[index], index, hidden.Shape[1].Traced()) is { } error)
            {
                return error;
            }
        }

        var type = input.Type with { Shape = [input.Shape[0], hidden.Shape[1]] };
        var flops = 2 * (ShapeMath.SampleElements(inputs.Shape) + ShapeMath.SampleElements(hidden.Shape)) * input.Shape[0].At(1);
        flops += 4 * gates * ShapeMath.SampleElements(type.Shape);
        return call.Definition.Name == "lstm_cell" ? call.EmitMany([type, type], flops) : call.Emit(type, flops);
    }

    private static OperatorError? Check(TraceScope scope, TensorValue input, TensorValue state, int index, long width)
    {
        if (!ShapeMath.Match(scope, input.Shape[0], state.Shape[0]))
        {
            return OperatorError.Shape(
                $"Input batch size {input.Shape[0].Traced()} doesn't match hidden{index} batch size {state.Shape[0].Traced()}");
        }

        return state.Shape[1].Traced() == width
            ? null
            : OperatorError.Shape($"hidden{index} has inconsistent hidden_size: got {state.Shape[1].Traced()}, expected {width}");
    }
}
