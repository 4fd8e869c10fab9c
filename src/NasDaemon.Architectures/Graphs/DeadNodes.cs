using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Graphs;

/// <summary>Leaves out operators that the output does not depend on.</summary>
internal static class DeadNodes
{
    /// <summary>Removes dead operators and renumbers the references to the others.</summary>
    /// <param name="nodes">The operators in the order of execution.</param>
    /// <param name="output">What the network returns.</param>
    /// <returns>The operators that count, and the output in their numbering.</returns>
    public static (ImmutableArray<GraphNode> Nodes, GraphArgument Output) Remove(IReadOnlyList<GraphNode> nodes, GraphArgument output)
    {
        var live = FindLive(nodes, output);
        var numbers = new int[nodes.Count];
        var kept = ImmutableArray.CreateBuilder<GraphNode>(nodes.Count);
        for (var index = 0; index < nodes.Count; index++)
        {
            if (live[index])
            {
                numbers[index] = kept.Count;
                kept.Add(Renumber(nodes[index], numbers));
            }
        }

        return (kept.ToImmutable(), Renumber(output, numbers));
    }

    /// <summary>Finds the operators that the output depends on.</summary>
    /// <param name="nodes">The operators in the order of execution.</param>
    /// <param name="output">What the network returns.</param>
    /// <returns>One truth value an operator.</returns>
    public static bool[] FindLive(IReadOnlyList<GraphNode> nodes, GraphArgument output)
    {
        var live = new bool[nodes.Count];
        Mark(output, live);
        for (var index = nodes.Count - 1; index >= 0; index--)
        {
            if (live[index])
            {
                foreach (var argument in nodes[index].Arguments)
                {
                    Mark(argument.Value, live);
                }
            }
        }

        return live;
    }

    private static void Mark(GraphArgument argument, bool[] live)
    {
        if (argument is ValueArgument value)
        {
            live[value.Node] = true;
        }
        else if (argument is ListArgument list)
        {
            foreach (var item in list.Items)
            {
                Mark(item, live);
            }
        }
    }

    private static GraphNode Renumber(GraphNode node, int[] numbers)
    {
        NamedArgument[]? changed = null;
        for (var index = 0; index < node.Arguments.Length; index++)
        {
            var argument = node.Arguments[index];
            var renumbered = Renumber(argument.Value, numbers);
            if (!ReferenceEquals(renumbered, argument.Value))
            {
                changed ??= [.. node.Arguments];
                changed[index] = argument with { Value = renumbered };
            }
        }

        return changed is null ? node : node with { Arguments = ImmutableCollectionsMarshal.AsImmutableArray(changed) };
    }

    private static GraphArgument Renumber(GraphArgument argument, int[] numbers) => argument switch
    {
        ValueArgument value => numbers[value.Node] == value.Node ? value : value with { Node = numbers[value.Node] },
        ListArgument list when list.Items.Any(item => item is ValueArgument or ListArgument) => RenumberItems(list, numbers),
        _ => argument,
    };

    private static ListArgument RenumberItems(ListArgument list, int[] numbers) => new([.. list.Items.Select(item => Renumber(item, numbers))]);
}
