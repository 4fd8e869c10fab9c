using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Emit;

/// <summary>Counts how often each node's outputs are used.</summary>
internal sealed class ValueUses
{
    private readonly int[] _counts;

    /// <summary>Counts the uses in a network.</summary>
    /// <param name="architecture">The network.</param>
    public ValueUses(Architecture architecture)
    {
        _counts = new int[architecture.Nodes.Length];
        foreach (var node in architecture.Nodes)
        {
            foreach (var argument in node.Arguments)
            {
                Count(argument.Value);
            }
        }

        Count(architecture.Output);
    }

    /// <summary>How often a node's outputs are used.</summary>
    /// <param name="node">The node's index.</param>
    /// <returns>The count.</returns>
    public int Of(int node) => _counts[node];

    private void Count(GraphArgument argument)
    {
        if (argument is ValueArgument value)
        {
            _counts[value.Node]++;
        }
        else if (argument is ListArgument list)
        {
            foreach (var item in list.Items)
            {
                Count(item);
            }
        }
    }
}
