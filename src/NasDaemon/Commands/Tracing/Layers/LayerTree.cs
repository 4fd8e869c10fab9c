using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Reports.Networks;

namespace NasDaemon.Commands.Tracing.Layers;

/// <summary>Lists the modules of a network in the order in which they are applied, with the operators that a source applies itself.</summary>
internal sealed class LayerTree
{
    private const string Again = " (recursive)";

    private readonly Architecture _network;
    private readonly ImmutableArray<ModuleCall> _calls;
    private readonly int _deepest;
    private readonly ParameterCount _parameters;
    private readonly HashSet<string> _applied = new(StringComparer.Ordinal);
    private readonly List<LayerRow> _rows = [];

    private LayerTree(Architecture network, ImmutableArray<ModuleCall> calls, int deepest) =>
        (_network, _calls, _deepest, _parameters) = (network, calls, deepest, new ParameterCount(network));

    /// <summary>Lists them.</summary>
    /// <param name="network">The network.</param>
    /// <param name="calls">The applications of its modules.</param>
    /// <param name="deepest">How deep to look into modules; what is deeper is summed up.</param>
    /// <returns>The rows, the network itself first.</returns>
    public static IReadOnlyList<LayerRow> Rows(Architecture network, ImmutableArray<ModuleCall> calls, int deepest)
    {
        var tree = new LayerTree(network, calls, deepest);
        for (var index = 0; index < calls.Length;)
        {
            index = tree.Add(index);
        }

        return tree._rows;
    }

    // Gives the number of the next application that is not inside of this one.
    private int Add(int index)
    {
        var call = _calls[index];
        var end = index + 1;
        while (end < _calls.Length && _calls[end].Depth > call.Depth)
        {
            end++;
        }

        var isWhole = call.Depth >= _deepest || (call.IsBuiltIn && end == index + 1);
        var nodes = _network.Nodes.AsSpan(call.FirstNode..call.EndNode);
        var parameters = isWhole ? _parameters.TakeBelow(call.Path) : _parameters.TakeOwn(call.Path);
        _rows.Add(new LayerRow(
            call.Depth,
            Name(call.Path) + (_applied.Add(call.Path) ? string.Empty : Again),
            ShapeLabel.Of(call.Inputs),
            ShapeLabel.Of(call.Outputs),
            parameters > 0 ? parameters : null,
            isWhole ? Flops(nodes) : null,
            call.Line));
        if (!isWhole)
        {
            AddParts(call, index + 1, end);
        }

        return end;
    }

    private void AddParts(ModuleCall call, int inner, int end)
    {
        var node = call.FirstNode;
        while (inner < end)
        {
            AddOperators(call, node, _calls[inner].FirstNode);
            node = _calls[inner].EndNode;
            inner = Add(inner);
        }

        AddOperators(call, node, call.EndNode);
    }

    private void AddOperators(ModuleCall call, int first, int end)
    {
        for (var index = first; index < end; index++)
        {
            var node = _network.Nodes[index];
            _rows.Add(new LayerRow(call.Depth + 1, node.Operator, ShapeLabel.Of(Inputs(node)), ShapeLabel.Of(node.Outputs), null, node.Cost.Flops, node.Line));
        }
    }

    private List<TensorType> Inputs(GraphNode node) => [.. node.Arguments.SelectMany(argument => Types(argument.Value))];

    private IEnumerable<TensorType> Types(GraphArgument argument) => argument switch
    {
        ValueArgument value => [_network.Nodes[value.Node].Outputs[value.Output]],
        InputArgument input => [_network.Inputs[input.Index]],
        ListArgument list => list.Items.SelectMany(Types),
        _ => [],
    };

    private string Name(string path)
    {
        var type = _network.ModuleTypes.GetValueOrDefault(path, "Module");
        return path.Length == 0 ? type : $"{path[(path.LastIndexOf('.') + 1)..]}: {type}";
    }

    private static long Flops(ReadOnlySpan<GraphNode> nodes)
    {
        var flops = 0L;
        foreach (var node in nodes)
        {
            flops += node.Cost.Flops;
        }

        return flops;
    }
}
