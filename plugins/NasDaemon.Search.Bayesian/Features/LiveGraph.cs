using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Search.Bayesian.Features;

/// <summary>The operators that lie on a way from the input to the output, in the order of execution.</summary>
/// <param name="Tokens">The operators' names; null for one that vanishes.</param>
/// <param name="Predecessors">For each operator, the operators that it reads, by index; <see cref="Input"/> for the network's input.</param>
internal sealed record LiveGraph(ImmutableArray<string?> Tokens, ImmutableArray<ImmutableArray<int>> Predecessors)
{
    /// <summary>Stands for the network's input among the predecessors.</summary>
    public const int Input = -1;

    /// <summary>Finds them.</summary>
    /// <param name="architecture">The network.</param>
    /// <returns>The live part of its graph.</returns>
    public static LiveGraph Of(Architecture architecture)
    {
        var nodes = architecture.Nodes;
        var reads = nodes.Select(node => References(node.Arguments.Select(argument => argument.Value)).Distinct().ToArray()).ToArray();
        var reached = new bool[nodes.Length];
        for (var node = 0; node < nodes.Length; node++)
        {
            reached[node] = Array.Exists(reads[node], read => read == Input || reached[read]);
        }

        var needed = new bool[nodes.Length];
        foreach (var output in References([architecture.Output]).Where(output => output != Input))
        {
            needed[output] = true;
        }

        for (var node = nodes.Length - 1; node >= 0; node--)
        {
            foreach (var read in needed[node] ? reads[node].Where(read => read != Input) : [])
            {
                needed[read] = true;
            }
        }

        var live = Enumerable.Range(0, nodes.Length).Where(node => reached[node] && needed[node]).ToList();
        var index = live.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var token = new OperatorToken(architecture.State.ToDictionary(entry => entry.Name, entry => entry.Shape));
        return new LiveGraph(
            [.. live.Select(node => token.Of(nodes[node]))],
            [.. live.Select(node => reads[node].Where(read => read == Input || index.ContainsKey(read)).Select(read => read == Input ? Input : index[read]).ToImmutableArray())]);
    }

    private static IEnumerable<int> References(IEnumerable<GraphArgument> arguments) => arguments.SelectMany(argument => argument switch
    {
        ValueArgument value => [value.Node],
        InputArgument => [Input],
        ListArgument list => References(list.Items),
        _ => Enumerable.Empty<int>(),
    });
}
