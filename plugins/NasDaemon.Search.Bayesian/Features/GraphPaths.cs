namespace NasDaemon.Search.Bayesian.Features;

/// <summary>The ways through a network as sequences of operators.</summary>
/// <remarks>
/// Encoding a cell by its paths goes back to White, Neiswanger and Savani, "BANANAS: Bayesian Optimization with Neural Architectures
/// for Neural Architecture Search", AAAI 2021, section 3. A whole network has as many ways as its cells have, multiplied; so a
/// network is cut where every way passes one operator, and the ways of each piece are listed.
/// </remarks>
internal static class GraphPaths
{
    private const int MostWays = 64;
    private const char Separator = '|';

    /// <summary>Lists the ways.</summary>
    /// <param name="graph">The live part of a network.</param>
    /// <returns>Each way's operators in order, joined; a way that occurs several times comes as often.</returns>
    public static IEnumerable<string> Of(LiveGraph graph)
    {
        var run = new List<string>();
        var last = LiveGraph.Input;
        foreach (var cut in Cuts(graph))
        {
            if (cut == last + 1)
            {
                run.AddRange(Token(graph, cut));
            }
            else
            {
                foreach (var path in Flush(run).Concat(Ways(graph, last, cut)))
                {
                    yield return path;
                }
            }

            last = cut;
        }

        foreach (var path in Flush(run))
        {
            yield return path;
        }
    }

    /// <summary>The operators that every way passes: those that no connection leaps over.</summary>
    private static IEnumerable<int> Cuts(LiveGraph graph)
    {
        var furthest = new Dictionary<int, int>();
        for (var node = 0; node < graph.Predecessors.Length; node++)
        {
            foreach (var read in graph.Predecessors[node])
            {
                furthest[read] = node;
            }
        }

        var reach = furthest.GetValueOrDefault(LiveGraph.Input);
        for (var node = 0; node < graph.Predecessors.Length; node++)
        {
            if (reach <= node)
            {
                yield return node;
            }

            reach = Math.Max(reach, furthest.GetValueOrDefault(node));
        }
    }

    /// <summary>The ways from one cut to the next, without the operator at which they begin; the first 64 where there are more.</summary>
    private static List<string> Ways(LiveGraph graph, int from, int to)
    {
        var ways = new Dictionary<int, List<string>> { [from] = [""] };
        for (var node = from + 1; node <= to; node++)
        {
            var token = Token(graph, node).Select(name => Separator + name).FirstOrDefault("");
            ways[node] = [.. graph.Predecessors[node].Where(ways.ContainsKey).SelectMany(read => ways[read]).Select(way => way + token).Take(MostWays)];
        }

        return [.. ways[to].Select(way => "way" + way)];
    }

    private static List<string> Flush(List<string> run)
    {
        // A run without branches is taken apart where its weights are, so that networks that differ in length have pieces in common.
        var pieces = new List<string>();
        foreach (var token in run)
        {
            if (pieces.Count == 0 || token.StartsWith("conv", StringComparison.Ordinal) || token.StartsWith("linear", StringComparison.Ordinal))
            {
                pieces.Add(token);
            }
            else
            {
                pieces[^1] += Separator + token;
            }
        }

        run.Clear();
        return pieces;
    }

    private static IEnumerable<string> Token(LiveGraph graph, int node) => graph.Tokens[node] is { } token ? [token] : [];
}
