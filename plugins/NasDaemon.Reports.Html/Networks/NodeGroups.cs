using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Reports.Networks;

namespace NasDaemon.Reports.Html.Networks;

/// <summary>Sorts a network's operators into boxes. Operators that no result depends on, or that depend on no input, have none.</summary>
internal static class NodeGroups
{
    /// <summary>How deep a module lies.</summary>
    public static int Depth(string path) => path.Length == 0 ? 0 : path.Count(letter => letter == '.') + 1;

    /// <summary>A box for each operator, with the normalisations, activations and changes of shape that follow it alone.</summary>
    public static IReadOnlyList<NodeGroup> Of(Architecture network)
    {
        var isDrawn = Drawn(network);
        var users = new int[network.Nodes.Length];
        foreach (var source in network.Nodes.Where((_, index) => isDrawn[index]).SelectMany(Sources).Concat(GraphReferences.Of(network.Output)).Where(source => !source.IsInput))
        {
            users[source.Index]++;
        }

        var groups = new List<ImmutableArray<int>.Builder>();
        var group = new int[network.Nodes.Length];
        for (var index = 0; index < network.Nodes.Length; index++)
        {
            if (!isDrawn[index])
            {
                continue;
            }

            var node = network.Nodes[index];
            if (Sources(node).ToList() is [{ IsInput: false, Index: var before }] && Follows(node) && users[before] == 1 && isDrawn[before])
            {
                groups[group[index] = group[before]].Add(index);
            }
            else
            {
                group[index] = groups.Count;
                groups.Add(ImmutableArray.CreateBuilder<int>());
                groups[^1].Add(index);
            }
        }

        return [.. groups.Select(nodes => new NodeGroup(nodes.ToImmutable(), null))];
    }

    /// <summary>A box for each module of a depth and for each operator outside of them. What runs in between makes another box of the same module.</summary>
    public static IReadOnlyList<NodeGroup> ByModule(Architecture network, int depth)
    {
        var isDrawn = Drawn(network);
        var groups = new List<NodeGroup>();
        string? open = null;
        for (var index = 0; index < network.Nodes.Length; index++)
        {
            if (!isDrawn[index])
            {
                continue;
            }

            var path = network.Nodes[index].ModulePath;
            var module = Depth(path) >= depth ? string.Join('.', path.Split('.').Take(depth)) : null;
            if (module is not null && module == open)
            {
                groups[^1] = groups[^1] with { Nodes = groups[^1].Nodes.Add(index) };
            }
            else
            {
                groups.Add(new NodeGroup([index], module));
            }

            open = module;
        }

        return [.. groups.Select(group => group.Nodes.Length > 1 ? group : group with { Module = null })];
    }

    private static IEnumerable<GraphReference> Sources(GraphNode node) => node.Arguments.SelectMany(argument => GraphReferences.Of(argument.Value)).Distinct();

    private static bool Follows(GraphNode node) => OperatorKinds.Of(node.Operator) is OperatorKind.Normalisation or OperatorKind.Activation or OperatorKind.Other;

    private static bool[] Drawn(Architecture network)
    {
        var fromInput = new bool[network.Nodes.Length];
        for (var index = 0; index < network.Nodes.Length; index++)
        {
            fromInput[index] = Sources(network.Nodes[index]).Any(source => source.IsInput || fromInput[source.Index]);
        }

        var toOutput = new bool[network.Nodes.Length];
        foreach (var source in GraphReferences.Of(network.Output).Where(source => !source.IsInput))
        {
            toOutput[source.Index] = true;
        }

        for (var index = network.Nodes.Length - 1; index >= 0; index--)
        {
            foreach (var source in toOutput[index] ? Sources(network.Nodes[index]).Where(source => !source.IsInput) : [])
            {
                toOutput[source.Index] = true;
            }
        }

        return [.. fromInput.Zip(toOutput, (one, other) => one && other)];
    }
}
