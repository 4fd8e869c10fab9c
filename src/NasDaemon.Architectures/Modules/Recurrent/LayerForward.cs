using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Modules.Recurrent;

/// <summary>The <c>forward</c> of <c>nn.LSTM</c>, <c>nn.GRU</c> and <c>nn.RNN</c>.</summary>
internal static class LayerForward
{
    private static readonly IntegerValue One = new(1);

    /// <summary>Runs the layers.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The outputs, and the last state or pair of states.</returns>
    public static CallResult Run(ModuleCall call)
    {
        if (call.Input is not TensorValue input)
        {
            return new OperatorError(FailureClass.UnknownAttribute, "AttributeError", $"'{call.Input.TypeName}' object has no attribute 'dim'");
        }

        var steps = new Composition(call.Scope);
        var isBatchFirst = ModuleArguments.IsTrue(call.Attribute("batch_first"));
        var isBatched = input.Shape.Length == 3;
        var batchAxis = new IntegerValue(isBatchFirst ? 0 : 1);
        var sequence = (isBatched ? input : steps.Call("torch.unsqueeze", input, batchAxis)) as TensorValue ?? input;
        if (sequence.Shape.Length < 2)
        {
            return steps.Result(sequence);
        }

        var states = States(call, steps, sequence, isBatched);
        if (steps.Error is not null || CheckSizes(call, sequence, states) is not { } fits)
        {
            return steps.Error is { } raised ? raised : Layers(call, steps, sequence, states, isBatched, batchAxis);
        }

        return fits;
    }

    private static CallResult Layers(
        ModuleCall call, Composition steps, TensorValue sequence, Value[] states, bool isBatched, IntegerValue batchAxis)
    {
        var mode = call.Attribute("mode") is TextValue text ? text.Value : "";
        var result = steps.Call(
            $"torch.{mode.ToLowerInvariant()}",
            sequence,
            states.Length == 2 ? new TupleValue(states) : states[0],
            LayerWeights.All(call.Self),
            BoolValue.Of(ModuleArguments.IsTrue(call.Attribute("bias"))),
            call.Attribute("num_layers"),
            call.Attribute("dropout"),
            TrainingFlagValue.Instance,
            BoolValue.Of(ModuleArguments.IsTrue(call.Attribute("bidirectional"))),
            BoolValue.Of(ModuleArguments.IsTrue(call.Attribute("batch_first"))));
        if (Sequences.Items(result) is not { } items)
        {
            return steps.Result(result);
        }

        var output = isBatched ? items[0] : steps.Call("torch.squeeze", items[0], batchAxis);
        Value[] last = [.. items.Skip(1).Select(state => isBatched ? state : steps.Call("torch.squeeze", state, One))];
        return steps.Result(new TupleValue([output, last.Length == 2 ? new TupleValue(last) : last[0]]));
    }

    private static Value[] States(ModuleCall call, Composition steps, TensorValue sequence, bool isBatched)
    {
        var isPair = call.Attribute("mode") is TextValue { Value: "LSTM" };
        if (call["hx"] is NoneValue)
        {
            var (hidden, cell) = Sizes(call, sequence);
            var element = new KeywordArgument("dtype", ElementTypeValue.Of(sequence.Type.Element));
            return [.. (isPair ? new[] { hidden, cell } : [hidden]).Select(size => steps.Call("torch.zeros", new CallArguments([size], [element])))];
        }

        var given = isPair ? Sequences.Items(call["hx"]) : [call["hx"]];
        if (given is null || given.Count < (isPair ? 2 : 1) || !given.All(state => state is TensorValue))
        {
            steps.Fail(OperatorError.Unsupported("This form of the first states is not supported."));
            return [];
        }

        var ranks = given.Select(state => ((TensorValue)state).Shape.Length).ToArray();
        var expected = isBatched ? 3 : 2;
        if (ranks.Any(rank => rank != expected))
        {
            steps.Fail(OperatorError.Shape(WrongRank(isPair, isBatched, ranks)));
            return [];
        }

        return isBatched ? [.. given] : [.. given.Select(state => steps.Call("torch.unsqueeze", state, One))];
    }

    private static string WrongRank(bool isPair, bool isBatched, int[] ranks)
    {
        var form = isBatched ? "batched 3-D" : "unbatched 2-D";
        var expected = isBatched ? 3 : 2;
        return isPair
            ? $"For {form} input, hx and cx should also be {expected}-D but got ({ranks[0]}-D, {ranks[1]}-D) tensors"
            : $"For {form} input, hx should also be {expected}-D but got {ranks[0]}-D tensor";
    }

    private static (SizeValue Hidden, SizeValue Cell) Sizes(ModuleCall call, TensorValue sequence)
    {
        var directions = ModuleArguments.IsTrue(call.Attribute("bidirectional")) ? 2 : 1;
        Dimension layers = LayerWeights.Integer(call.Self, "num_layers") * directions;
        var batch = sequence.Shape[ModuleArguments.IsTrue(call.Attribute("batch_first")) ? 0 : 1];
        var (hidden, projection) = (LayerWeights.Integer(call.Self, "hidden_size"), LayerWeights.Integer(call.Self, "proj_size"));
        return (new SizeValue([layers, batch, projection > 0 ? projection : hidden]), new SizeValue([layers, batch, hidden]));
    }

    private static OperatorError? CheckSizes(ModuleCall call, TensorValue sequence, Value[] states)
    {
        if (sequence.Shape.Length != 3)
        {
            return OperatorError.Shape($"input must have 3 dimensions, got {sequence.Shape.Length}");
        }

        var (expected, got) = (LayerWeights.Integer(call.Self, "input_size"), sequence.Shape[2].Traced());
        if (expected != got)
        {
            return OperatorError.Shape(
                $"input.size(-1) must be equal to input_size. Expected {expected}, got {got}", $"The input has the shape {ShapeText.List(sequence.Shape)}.");
        }

        var (hidden, cell) = Sizes(call, sequence);
        for (var index = 0; index < states.Length; index++)
        {
            var wanted = (index == 0 ? hidden : cell).Items.Cast<IntegerValue>().Select(size => size.Traced).ToArray();
            var shape = ((TensorValue)states[index]).Shape;
            if (!shape.Select(ShapeMath.Traced).SequenceEqual(wanted))
            {
                var name = states.Length == 2 ? $"hidden[{index}]" : "hidden";
                return OperatorError.Shape($"Expected {name} size ({string.Join(", ", wanted)}), got {ShapeText.List(shape)}");
            }
        }

        return null;
    }
}
