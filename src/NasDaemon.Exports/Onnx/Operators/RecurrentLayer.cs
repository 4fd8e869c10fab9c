using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Exports.Onnx.Building;
using NasDaemon.Exports.Onnx.Model;

namespace NasDaemon.Exports.Onnx.Operators;

/// <summary>A kind of recurrent layer.</summary>
/// <param name="Name">The ONNX operator.</param>
/// <param name="Gates">For each gate of the ONNX operator, its place in PyTorch.</param>
/// <param name="Activation">The activation function where the operator has a choice; else null.</param>
internal sealed record RecurrentKind(string Name, ImmutableArray<int> Gates, string? Activation);

/// <summary>Writes one recurrent layer in both of its directions.</summary>
/// <param name="call">The operator's application.</param>
/// <param name="kind">Its kind.</param>
/// <param name="directions">1, or 2 where it runs both ways.</param>
/// <param name="parameters">How many parameters a direction has.</param>
internal sealed class RecurrentLayer(NodeCall call, RecurrentKind kind, int directions, int parameters)
{
    /// <summary>Writes the layer.</summary>
    /// <param name="input">What it reads, the steps first.</param>
    /// <param name="weights">Its parameters, one direction behind the other.</param>
    /// <param name="states">The states that it begins with.</param>
    /// <returns>Its output, and the states that it ends with.</returns>
    public ImmutableArray<OnnxValue> Write(OnnxValue input, ImmutableArray<OnnxValue> weights, ImmutableArray<OnnxValue> states)
    {
        var hidden = states[0].Shape[2].Constant;
        var biases = parameters == 4 ? Biases(weights) : null;
        var state = states[0].Type;
        ImmutableArray<TensorType> types =
            [input.Type with { Shape = [input.Shape[0], directions, input.Shape[1], hidden] }, .. states.Select(_ => state)];
        var outputs = call.Graph.Nodes(
            kind.Name, [.. types], [input, Stacked(weights, 0), Stacked(weights, 1), biases, null, .. states], [.. Attributes(hidden)]);
        var joined = call.Reshape(call.Transpose(outputs[0], 0, 2, 1, 3), input.Shape[0], input.Shape[1], hidden * directions);
        return outputs.SetItem(0, joined);
    }

    private IEnumerable<OnnxAttribute> Attributes(long hidden)
    {
        yield return OnnxAttribute.Of("hidden_size", hidden);
        yield return OnnxAttribute.Of("direction", directions == 2 ? "bidirectional" : "forward");
        if (kind.Name == "GRU")
        {
            yield return OnnxAttribute.Of("linear_before_reset", 1);
        }

        if (kind.Activation is { } activation)
        {
            yield return OnnxAttribute.Of("activations", Enumerable.Repeat(activation, directions));
        }
    }

    private OnnxValue Stacked(ImmutableArray<OnnxValue> weights, int which) => call.Concat(
        [.. Enumerable.Range(0, directions).Select(direction => call.Unsqueeze(Ordered(weights[(direction * parameters) + which]), 0))], 0);

    private OnnxValue Biases(ImmutableArray<OnnxValue> weights) => call.Concat(
        [
            .. Enumerable.Range(0, directions).Select(direction => call.Unsqueeze(
                call.Concat([Ordered(weights[(direction * parameters) + 2]), Ordered(weights[(direction * parameters) + 3])], 0), 0)),
        ],
        0);

    private OnnxValue Ordered(OnnxValue weight)
    {
        if (kind.Gates.Length == 1)
        {
            return weight;
        }

        var size = weight.Shape[0].Constant / kind.Gates.Length;
        var type = weight.Type with { Shape = weight.Shape.SetItem(0, size) };
        var parts = call.Graph.Nodes("Split", [.. kind.Gates.Select(_ => type)], [weight], OnnxAttribute.Of("axis", 0));
        return call.Concat([.. kind.Gates.Select(gate => parts[gate])], 0);
    }
}
