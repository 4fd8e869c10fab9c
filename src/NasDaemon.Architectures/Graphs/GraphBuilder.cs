using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Graphs;

/// <summary>Collects the operators of one network while it is traced.</summary>
/// <param name="limits">How large the graph may grow.</param>
public sealed class GraphBuilder(GraphLimits limits)
{
    private readonly List<TensorType> _inputs = [];
    private readonly List<GraphNode> _nodes = [];
    private long _elements;

    /// <summary>The operators so far, in the order of execution.</summary>
    public IReadOnlyList<GraphNode> Nodes => _nodes;

    /// <summary>Why the graph holds for the traced batch size only; null where it holds for every batch size.</summary>
    public string? BatchSpecific { get; private set; }

    /// <summary>Adds an input of the network.</summary>
    /// <param name="type">Its type.</param>
    /// <returns>The reference to it.</returns>
    public InputArgument AddInput(TensorType type)
    {
        _inputs.Add(type);
        return new InputArgument(_inputs.Count - 1);
    }

    /// <summary>Notes that some size is no linear function of the batch size, so that it was taken at the traced one.</summary>
    /// <param name="reason">Which size, in one sentence; the first reason is kept.</param>
    public void MarkBatchSpecific(string reason) => BatchSpecific ??= reason;

    /// <summary>Adds an operator.</summary>
    /// <param name="node">The operator with all of its arguments.</param>
    /// <param name="index">Its index, for references to its outputs.</param>
    /// <returns>False where a limit is exceeded; the operator is then not added.</returns>
    public bool TryAdd(GraphNode node, out int index)
    {
        index = _nodes.Count;
        _elements = Saturating.Add(_elements, TensorElements.OfAll(node.Outputs, batch: 1));
        if (index >= limits.MaximumNodes || _elements > limits.MaximumElements)
        {
            return false;
        }

        _nodes.Add(node);
        return true;
    }

    /// <summary>Finishes the network. Operators that the output does not depend on are left out.</summary>
    /// <param name="output">What <c>forward</c> returns.</param>
    /// <param name="outputType">Its type.</param>
    /// <param name="state">Parameters and buffers in the order of <c>state_dict</c>.</param>
    /// <param name="moduleTypes">The class name of each module by path.</param>
    /// <returns>The network.</returns>
    public Architecture Build(
        GraphArgument output,
        TensorType outputType,
        ImmutableArray<StateEntry> state,
        ImmutableSortedDictionary<string, string> moduleTypes)
    {
        var (nodes, renumbered) = DeadNodes.Remove(_nodes, output);
        return new Architecture([.. _inputs], nodes, renumbered, outputType, state, moduleTypes);
    }
}
