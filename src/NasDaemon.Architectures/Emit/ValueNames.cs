using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Emit;

/// <summary>The variables of the method: which one holds which value, and in which precision.</summary>
internal sealed class ValueNames
{
    private readonly Architecture _architecture;
    private readonly Action<string> _statement;
    private readonly Dictionary<(int Node, int Output), (string Name, bool IsHalf)> _values = [];
    private readonly Dictionary<string, string> _casts = [];
    private readonly Dictionary<string, string> _shared;

    /// <summary>Names the inputs of a network.</summary>
    /// <param name="architecture">The network.</param>
    /// <param name="statement">Writes a statement, for casts.</param>
    public ValueNames(Architecture architecture, Action<string> statement)
    {
        _architecture = architecture;
        _statement = statement;
        Inputs = [.. architecture.Inputs.Select((_, index) => index == 0 ? "x" : $"x{index}")];
        _shared = architecture.State.Where(entry => entry.SharedWith is not null).ToDictionary(entry => entry.Name, entry => entry.SharedWith!);
    }

    /// <summary>The names of the inputs.</summary>
    public ImmutableArray<string> Inputs { get; }

    /// <summary>Names the outputs of a node.</summary>
    /// <param name="node">Its index.</param>
    /// <param name="outputs">How many outputs it has.</param>
    /// <param name="isHalf">Whether they are bfloat16.</param>
    /// <returns>The names.</returns>
    public string[] Declare(int node, int outputs, bool isHalf)
    {
        var names = new string[outputs];
        for (var output = 0; output < outputs; output++)
        {
            names[output] = outputs == 1 ? $"v{node}" : $"v{node}_{output}";
            _values[(node, output)] = (names[output], isHalf);
        }

        return names;
    }

    /// <summary>Whether a value is bfloat16 at present.</summary>
    /// <param name="argument">The value.</param>
    /// <returns>True where it is.</returns>
    public bool IsHalf(GraphArgument argument) =>
        argument is ValueArgument value && _values[(value.Node, value.Output)].IsHalf;

    /// <summary>The size of a value's second dimension.</summary>
    /// <param name="argument">The value; a batch of images.</param>
    /// <returns>The channels; 0 where they are not fixed.</returns>
    public long InputChannels(GraphArgument argument)
    {
        var shape = argument switch
        {
            ValueArgument value => _architecture.Nodes[value.Node].Outputs[value.Output].Shape,
            InputArgument input => _architecture.Inputs[input.Index].Shape,
            _ => [],
        };
        return shape.Length > 1 && shape[1].IsFixed ? shape[1].Constant : 0;
    }

    /// <summary>The expression of a value as it is.</summary>
    /// <param name="argument">The value.</param>
    /// <returns>The expression.</returns>
    public string Of(GraphArgument argument) => argument switch
    {
        ValueArgument value => _values[(value.Node, value.Output)].Name,
        InputArgument input => Inputs[input.Index],
        StateArgument state => StatePath.Expression(_shared.GetValueOrDefault(state.Name, state.Name)),
        _ => throw new ArgumentException($"{argument} is no tensor."),
    };

    /// <summary>The expression of a value in a precision; a cast is written once and kept.</summary>
    /// <param name="argument">The value; one of floating point.</param>
    /// <param name="isHalf">True for bfloat16, false for float32.</param>
    /// <returns>The expression.</returns>
    public string InPrecision(GraphArgument argument, bool isHalf)
    {
        var name = Of(argument);
        if (IsHalf(argument) == isHalf)
        {
            return name;
        }

        var code = isHalf ? ScalarTypes.BFloat16 : ScalarTypes.Of(ElementType.Float32);
        if (argument is StateArgument)
        {
            return $"{name}.to({code})";
        }

        var cast = $"{name}{(isHalf ? "h" : "f")}";
        if (_casts.TryAdd(cast, name))
        {
            _statement($"{cast} = {name}.to({code})");
        }

        return cast;
    }
}
