using System.Collections.Immutable;
using System.Globalization;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Training;
using NasDaemon.Exports.Onnx.Building;
using NasDaemon.Exports.Onnx.Model;
using NasDaemon.Exports.Onnx.Operators;

namespace NasDaemon.Exports.Onnx;

/// <summary>Writes one network operator by operator.</summary>
internal sealed class NetworkWriter
{
    private readonly Architecture _architecture;
    private readonly OnnxOptions _options;
    private readonly GraphWriter _graph;
    private readonly Sizes _sizes;
    private readonly StateValues _state;
    private readonly ImmutableArray<OnnxValue> _inputs;
    private readonly Dictionary<(int Node, int Output), OnnxValue> _values = [];
    private readonly List<string> _problems = [];

    public NetworkWriter(Architecture architecture, IReadOnlyDictionary<string, NamedTensor> weights, OnnxOptions options)
    {
        _architecture = architecture;
        _options = options;
        _graph = new GraphWriter(options.Batch);
        _inputs = [.. architecture.Inputs.Select(type => new OnnxValue(_graph.Claim("input"), _graph.Fix(type)))];
        _graph.Claim("output");
        _sizes = new Sizes(_graph, _inputs.IsEmpty ? null : _inputs[0]);
        _state = new StateValues(architecture, weights, _graph);
    }

    /// <summary>Writes the network.</summary>
    /// <returns>The file, or every reason why there is none.</returns>
    public OnnxExport Write()
    {
        var (nodes, output, type) = _architecture.Evaluation is { } evaluation
            ? (evaluation.Nodes, evaluation.Output, evaluation.OutputType)
            : (_architecture.Nodes, _architecture.Output, _architecture.OutputType);
        for (var index = 0; index < nodes.Length; index++)
        {
            WriteNode(index, nodes[index]);
        }

        if (_problems.Count > 0)
        {
            return new OnnxExport([.. _problems.Distinct()]);
        }

        _graph.Enter("network");
        var result = new OnnxValue("output", _graph.Fix(type));
        var last = new OnnxNode("Identity", "network/output", [Value(output).Name], [result.Name], []);
        var tensors = _graph.Tensors;
        return !OnnxExporter.FitsIntoOneFile(tensors)
            ? new OnnxExport(["The weights are larger than the 2 GiB that one ONNX file holds; export safetensors or TorchScript instead."])
            : new OnnxExport(
                new OnnxGraph([.. _graph.Written, last], tensors, _inputs, result, Stated(nodes.Length), Metadata()), _options.ProducerVersion, _options.Batch);
    }

    // The shapes in between, as viewers show them and checkers compare them; what merely passes through has its type already.
    private ImmutableArray<OnnxValue> Stated(int nodes)
    {
        var known = _graph.Tensors.Select(tensor => tensor.Name).Concat(_inputs.Select(input => input.Name)).ToHashSet(StringComparer.Ordinal);
        return [.. Enumerable.Range(0, nodes).SelectMany(OutputsOf).Where(value => known.Add(value.Name))];
    }

    private IEnumerable<OnnxValue> OutputsOf(int node)
    {
        for (var output = 0; _values.TryGetValue((node, output), out var value); output++)
        {
            yield return value;
        }
    }

    private ImmutableSortedDictionary<string, string> Metadata() => _options.Metadata
        .SetItem("batch", _options.Batch is { } batch ? batch.ToString(CultureInfo.InvariantCulture) : "any")
        .SetItem("parameters", _architecture.ParameterCount.ToString(CultureInfo.InvariantCulture));

    private void WriteNode(int index, GraphNode node)
    {
        if (!OnnxOperators.All.TryGetValue(node.Operator, out var definition))
        {
            Refuse(index, node, "has no form in ONNX here");
            return;
        }

        _graph.Enter(node.ModulePath.Length == 0 ? node.Operator : $"{node.ModulePath}/{node.Operator}");
        var outcome = References(node).FirstOrDefault(_state.IsUnknown) is { } unknown
            ? $"needs the values of '{unknown}', which are neither among the weights nor constants"
            : Types(node).FirstOrDefault(type => OnnxElement.CodeOf(type.Element) is null) is { } strange
                ? $"works on {strange.Element} numbers, which ONNX operators do not know"
                : definition.Rule(new NodeCall(_graph, _sizes, node, Value));
        if (outcome.Problem is { } problem)
        {
            Refuse(index, node, problem);
            return;
        }

        for (var output = 0; output < outcome.Values.Length; output++)
        {
            var value = outcome.Values[output];
            _values[(index, output)] = value with { Type = _graph.Fix(node.Outputs[output]) };
        }
    }

    // What follows is still written, so that one export names every operator that stands in its way.
    private void Refuse(int index, GraphNode node, string problem)
    {
        var place = node.ModulePath.Length > 0 ? $" in module {node.ModulePath}" : string.Empty;
        _problems.Add($"line {node.Line.ToString(CultureInfo.InvariantCulture)}{place}: {node.Operator} {problem}.");
        for (var output = 0; output < node.Outputs.Length; output++)
        {
            _values[(index, output)] = new OnnxValue(string.Empty, _graph.Fix(node.Outputs[output]));
        }
    }

    private OnnxValue Value(GraphArgument argument) => argument switch
    {
        ValueArgument value => _values[(value.Node, value.Output)],
        InputArgument input => _inputs[input.Index],
        StateArgument state => _state[state.Name],
        _ => throw new ArgumentException($"{argument} is no tensor."),
    };

    private IEnumerable<TensorType> Types(GraphNode node) => node.Outputs.Concat(node.Arguments.SelectMany(argument => argument.Value switch
    {
        InputArgument input => [_inputs[input.Index].Type],
        ValueArgument value => [_values[(value.Node, value.Output)].Type],
        _ => Enumerable.Empty<TensorType>(),
    }));

    private static IEnumerable<string> References(GraphNode node) => node.Arguments.SelectMany(argument => Names(argument.Value));

    private static IEnumerable<string> Names(GraphArgument argument) => argument switch
    {
        StateArgument state => [state.Name],
        ListArgument list => list.Items.SelectMany(Names),
        _ => [],
    };
}
