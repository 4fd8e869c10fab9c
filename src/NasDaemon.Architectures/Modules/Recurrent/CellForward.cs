using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Modules.Recurrent;

/// <summary>The <c>forward</c> of <c>nn.LSTMCell</c>, <c>nn.GRUCell</c> and <c>nn.RNNCell</c>.</summary>
internal static class CellForward
{
    private static readonly IntegerValue Zero = new(0);

    /// <summary>Runs one step.</summary>
    /// <param name="call">The call.</param>
    /// <param name="name">The class.</param>
    /// <returns>The new state, or a pair of states.</returns>
    public static CallResult Run(ModuleCall call, string name)
    {
        if (call.Input is not TensorValue given)
        {
            return new OperatorError(FailureClass.UnknownAttribute, "AttributeError", $"'{call.Input.TypeName}' object has no attribute 'dim'");
        }

        if (given.Shape.Length is not (1 or 2))
        {
            return new OperatorError(
                FailureClass.ShapeMismatch,
                "AssertionError",
                $"{name}: Expected input to be 1-D or 2-D but received {given.Shape.Length}-D tensor");
        }

        var steps = new Composition(call.Scope);
        var isBatched = given.Shape.Length == 2;
        var input = (TensorValue)(isBatched ? given : steps.Call("torch.unsqueeze", given, Zero));
        var isPair = name == "LSTMCell";
        var states = States(call, steps, input, isPair, isBatched);
        var result = steps.Call(
            Function(call, name),
            input,
            states,
            call.Attribute("weight_ih"),
            call.Attribute("weight_hh"),
            call.Attribute("bias_ih"),
            call.Attribute("bias_hh"));
        if (isBatched)
        {
            return steps.Result(result);
        }

        return Sequences.Items(result) is { } items
            ? steps.Result(new TupleValue([.. items.Select(item => steps.Call("torch.squeeze", item, Zero))]))
            : steps.Result(steps.Call("torch.squeeze", result, Zero));
    }

    private static string Function(ModuleCall call, string name) => name switch
    {
        "LSTMCell" => "torch.lstm_cell",
        "GRUCell" => "torch.gru_cell",
        _ => call.Attribute("nonlinearity") is TextValue { Value: "relu" } ? "torch.rnn_relu_cell" : "torch.rnn_tanh_cell",
    };

    private static Value States(ModuleCall call, Composition steps, TensorValue input, bool isPair, bool isBatched)
    {
        if (call["hx"] is NoneValue)
        {
            var size = new SizeValue([input.Shape[0], LayerWeights.Integer(call.Self, "hidden_size")]);
            var zeros = steps.Call("torch.zeros", new CallArguments([size], [new("dtype", ElementTypeValue.Of(input.Type.Element))]));
            return isPair ? new TupleValue([zeros, zeros]) : zeros;
        }

        if (isBatched)
        {
            return call["hx"];
        }

        return Sequences.Items(call["hx"]) is { } pair
            ? new TupleValue([.. pair.Select(state => steps.Call("torch.unsqueeze", state, Zero))])
            : steps.Call("torch.unsqueeze", call["hx"], Zero);
    }
}
