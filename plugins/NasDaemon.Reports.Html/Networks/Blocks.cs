using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Reports.Networks;

namespace NasDaemon.Reports.Html.Networks;

/// <summary>Turns a network into the boxes of its picture: input first, output last.</summary>
internal sealed class Blocks
{
    // More boxes than this nobody looks at; modules are drawn as one box each then.
    private const int Limit = 90;
    private const int FollowersShown = 3;

    private readonly Architecture _network;
    private readonly OperatorDetails _details;
    private readonly Dictionary<string, long> _parameters;
    private readonly HashSet<string> _counted = new(StringComparer.Ordinal);

    private Blocks(Architecture network)
    {
        (_network, _details) = (network, new OperatorDetails(network));
        _parameters = network.State.Where(entry => entry.IsParameter).ToDictionary(entry => entry.Name, entry => entry.Elements, StringComparer.Ordinal);
    }

    /// <summary>Turns a network into boxes.</summary>
    /// <param name="network">The network.</param>
    /// <returns>The boxes.</returns>
    public static NetworkSketch Of(Architecture network)
    {
        var reader = new Blocks(network);
        var groups = NodeGroups.Of(network);
        var deepest = network.Nodes.Length == 0 ? 0 : network.Nodes.Max(node => NodeGroups.Depth(node.ModulePath));
        for (var depth = deepest; groups.Count > Limit && depth > 0; depth--)
        {
            groups = NodeGroups.ByModule(network, depth);
        }

        return new NetworkSketch(reader.Make(groups), Repeated(network, groups));
    }

    /// <summary>Of the modules that are one box each, one of the class that occurs most often, and of those the largest.</summary>
    private static NodeGroup? Repeated(Architecture network, IReadOnlyList<NodeGroup> groups) => groups
        .Where(group => group.Module is not null)
        .GroupBy(group => network.ModuleTypes.GetValueOrDefault(group.Module!, string.Empty))
        .MaxBy(modules => modules.Sum(module => module.Nodes.Length))?
        .MaxBy(module => module.Nodes.Length);

    private ImmutableArray<Block> Make(IReadOnlyList<NodeGroup> groups)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        foreach (var (input, index) in _network.Inputs.Select((input, index) => (input, index)))
        {
            blocks.Add(End(_network.Inputs.Length > 1 ? $"input {index + 1}" : "input", input, []));
        }

        var places = new Dictionary<int, int>();
        foreach (var group in groups)
        {
            var inputs = Sources(group.Nodes.SelectMany(node => _network.Nodes[node].Arguments.Select(argument => argument.Value)), places);
            foreach (var node in group.Nodes)
            {
                places[node] = blocks.Count;
            }

            blocks.Add(Make(group, inputs));
        }

        blocks.Add(End("output", _network.OutputType, Sources([_network.Output], places)));
        return blocks.ToImmutable();
    }

    private Block Make(NodeGroup group, ImmutableArray<int> inputs)
    {
        var first = _network.Nodes[group.Nodes[0]];
        var last = _network.Nodes[group.Nodes[^1]];
        var parameters = group.Nodes.Sum(node => Parameters(_network.Nodes[node]));
        var flops = group.Nodes.Sum(node => _network.Nodes[node].Cost.Flops);
        var shape = ShapeLabel.Of(last.Outputs);
        if (group.Module is { } module)
        {
            var type = _network.ModuleTypes.GetValueOrDefault(module, "Module");
            return new Block($"{module}: {type}", $"{group.Nodes.Length} operators", shape, OperatorKind.Other, inputs, parameters, flops);
        }

        var name = first.ModulePath.Length > 0 ? $"{first.ModulePath}: {first.Operator}" : first.Operator;
        var followers = group.Nodes.Skip(1).Select(node => _network.Nodes[node].Operator).ToList();
        string[] told = [_details.Of(first), .. followers.Take(FollowersShown), .. followers.Count > FollowersShown ? ["…"] : Array.Empty<string>()];
        return new Block(name, string.Join(" → ", told.Where(text => text.Length > 0)), shape, OperatorKinds.Of(first.Operator), inputs, parameters, flops);
    }

    private static Block End(string name, TensorType type, ImmutableArray<int> inputs) =>
        new(name, string.Empty, ShapeLabel.Of(type), OperatorKind.Other, inputs, 0, 0) { IsEnd = true };

    // Shared parameters count where they are met first.
    private long Parameters(GraphNode node) => node.Arguments
        .Select(argument => argument.Value)
        .OfType<StateArgument>()
        .Where(state => _parameters.ContainsKey(state.Name) && _counted.Add(state.Name))
        .Sum(state => _parameters[state.Name]);

    private static ImmutableArray<int> Sources(IEnumerable<GraphArgument> arguments, Dictionary<int, int> places) =>
        [.. arguments.SelectMany(GraphReferences.Of).Select(source => source.IsInput ? source.Index : places.GetValueOrDefault(source.Index, -1)).Where(place => place >= 0).Distinct().Order()];
}
