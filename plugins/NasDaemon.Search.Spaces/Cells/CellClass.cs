using System.Collections.Immutable;
using NasDaemon.Search.Spaces.Sources;

namespace NasDaemon.Search.Spaces.Cells;

/// <summary>Writes the cell as a Python class that says what each node is.</summary>
internal static class CellClass
{
    private const string Zeros = "torch.zeros_like(node0)";

    /// <summary>Writes the class.</summary>
    /// <param name="plan">The cell.</param>
    /// <returns>The class with the helpers that it needs.</returns>
    public static PythonClass Write(CellPlan plan)
    {
        var edges = plan.LiveEdges;
        var modules = edges.Where(edge => edge.HasModule).ToList();
        var constructor = modules.Count == 0 ? "" : $$"""

                def __init__(self, channels):
                    super().__init__()
            {{string.Join('\n', modules.Select(edge => $"        self.{edge.Attribute} = {Module(edge)}"))}}

            """;
        var arguments = plan.IsSupernet ? "node0, weights" : "node0";
        return new PythonClass(
            $$""""
            class Cell(nn.Module):
                """The cell that was searched for."""
            {{constructor}}
                def forward(self, {{arguments}}):
            {{string.Join('\n', Steps(plan, edges))}}
            """",
            [.. Helpers(modules)]);
    }

    /// <summary>Whether the written class takes the number of channels.</summary>
    /// <param name="plan">The cell.</param>
    /// <returns>False where no edge has a module.</returns>
    public static bool TakesChannels(CellPlan plan) => plan.LiveEdges.Any(edge => edge.HasModule);

    private static IEnumerable<PythonClass> Helpers(IReadOnlyList<CellEdge> modules)
    {
        if (modules.Any(edge => !edge.IsMixed && edge.Operations[0].HasWeights))
        {
            yield return ReLUConvBN.Class;
        }

        if (modules.FirstOrDefault(edge => edge.IsMixed) is { } mixed)
        {
            yield return MixedOperation.Write(mixed.Operations);
        }
    }

    private static string Module(CellEdge edge) => edge.IsMixed ? "MixedOperation(channels)" : edge.Operations[0].Module!;

    private static IEnumerable<string> Steps(CellPlan plan, IReadOnlyList<CellEdge> edges)
    {
        var mixed = plan.Edges.Where(edge => edge.IsMixed).ToList();
        var zeros = plan.ZeroNodes;
        foreach (var node in edges.GroupBy(edge => edge.To))
        {
            var terms = node.Select(edge => Term(edge, mixed.IndexOf(edge), zeros)).ToList();
            var begin = node.Key == CellPlan.LastNode ? "        return " : $"        node{node.Key} = ";
            yield return begin + Sum(terms, begin.Length);
        }

        if (edges.Count == 0)
        {
            yield return $"        return {Zeros}";
        }
    }

    private static string Term(CellEdge edge, int mixedIndex, ImmutableHashSet<int> zeros)
    {
        var node = zeros.Contains(edge.From) ? Zeros : $"node{edge.From}";
        if (edge.IsMixed)
        {
            return $"self.{edge.Attribute}({node}, weights[{mixedIndex}])";
        }

        return edge.HasModule ? $"self.{edge.Attribute}({node})" : node;
    }

    private static string Sum(List<string> terms, int before)
    {
        const int LineLength = 79;
        var line = string.Join(" + ", terms);
        return before + line.Length <= LineLength
            ? line
            : $"(\n            {string.Join("\n            + ", terms)}\n        )";
    }
}
