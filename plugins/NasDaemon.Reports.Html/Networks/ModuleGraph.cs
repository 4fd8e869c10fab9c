using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Reports.Html.Networks;

/// <summary>Cuts one module out of a network, as a network of its own.</summary>
internal static class ModuleGraph
{
    /// <summary>Cuts out a module.</summary>
    /// <param name="network">The network.</param>
    /// <param name="group">The module and its operators.</param>
    /// <returns>A network whose inputs are what the operators take from outside, and whose output is what they give.</returns>
    public static Architecture Of(Architecture network, NodeGroup group)
    {
        var nodes = group.Nodes;
        var prefix = group.Module is { } module ? module.Length + 1 : 0;
        var inside = nodes.Index().ToDictionary(node => node.Item, node => node.Index);
        var inputs = new List<GraphReference>();
        var cut = nodes.Select(node => network.Nodes[node])
            .Select(node => node with
            {
                ModulePath = node.ModulePath.Length > prefix ? node.ModulePath[prefix..] : string.Empty,
                Arguments = [.. node.Arguments.Select(argument => argument with { Value = Renamed(argument.Value, inside, inputs) })],
            })
            .ToImmutableArray();
        var results = Results(network, inside);
        return network with
        {
            Inputs = [.. inputs.Select(input => input.IsInput ? network.Inputs[input.Index] : network.Nodes[input.Index].Outputs[0])],
            Nodes = cut,
            Output = results is [var only] ? new ValueArgument(only) : new ListArgument([.. results.Select(result => new ValueArgument(result))]),
            OutputType = cut[results[^1]].Outputs[0],
        };
    }

    private static GraphArgument Renamed(GraphArgument argument, Dictionary<int, int> inside, List<GraphReference> inputs) => argument switch
    {
        ValueArgument value when inside.TryGetValue(value.Node, out var place) => value with { Node = place },
        ValueArgument value => new InputArgument(Input(new GraphReference(false, value.Node), inputs)),
        InputArgument input => new InputArgument(Input(new GraphReference(true, input.Index), inputs)),
        ListArgument list => new ListArgument([.. list.Items.Select(item => Renamed(item, inside, inputs))]),
        _ => argument,
    };

    private static int Input(GraphReference source, List<GraphReference> inputs)
    {
        if (!inputs.Contains(source))
        {
            inputs.Add(source);
        }

        return inputs.IndexOf(source);
    }

    // What the rest of the network takes; the last operator where it takes nothing.
    private static List<int> Results(Architecture network, Dictionary<int, int> inside)
    {
        var taken = network.Nodes.Index()
            .Where(node => !inside.ContainsKey(node.Index))
            .SelectMany(node => node.Item.Arguments.Select(argument => argument.Value))
            .Append(network.Output)
            .SelectMany(GraphReferences.Of)
            .Where(source => !source.IsInput && inside.ContainsKey(source.Index))
            .Select(source => inside[source.Index])
            .Distinct()
            .Order()
            .ToList();
        return taken.Count > 0 ? taken : [inside.Count - 1];
    }
}
