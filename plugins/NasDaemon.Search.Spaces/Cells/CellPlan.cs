using System.Collections.Immutable;
using NasDaemon.Abstractions.Spaces;

namespace NasDaemon.Search.Spaces.Cells;

/// <summary>An edge of the cell with the operations that it was answered with: one, or all of them in a supernet.</summary>
/// <param name="From">The node where it begins.</param>
/// <param name="To">The node where it ends.</param>
/// <param name="Operations">Its operations.</param>
internal sealed record CellEdge(int From, int To, ImmutableArray<CellOperation> Operations)
{
    /// <summary>Whether it mixes several operations.</summary>
    public bool IsMixed => Operations.Length > 1;

    /// <summary>Whether it has a module in the written cell.</summary>
    public bool HasModule => IsMixed || Operations[0].Module is not null;

    /// <summary>Its attribute in the written cell.</summary>
    public string Attribute => $"edge{From}_{To}";

    /// <summary>Whether it adds anything to its node. Of a node of zeros, only an operation with weights makes something else.</summary>
    /// <param name="zeros">The nodes that are zero.</param>
    /// <returns>False where it adds zero.</returns>
    public bool Carries(IReadOnlySet<int> zeros) =>
        IsMixed || Operations[0].HasWeights || (Operations[0] != CellOperation.None && !zeros.Contains(From));
}

/// <summary>The cell of NAS-Bench-201: four nodes, and an edge from each node to every later one.</summary>
/// <param name="Edges">The six edges, in the published order.</param>
/// <remarks>Dong and Yang, "NAS-Bench-201: Extending the Scope of Reproducible Neural Architecture Search", ICLR 2020.</remarks>
internal sealed record CellPlan(ImmutableArray<CellEdge> Edges)
{
    /// <summary>The node whose value the cell returns.</summary>
    public const int LastNode = 3;

    /// <summary>Whether any edge mixes operations.</summary>
    public bool IsSupernet => Edges.Any(edge => edge.IsMixed);

    /// <summary>The nodes that are zero whatever the cell reads.</summary>
    public ImmutableHashSet<int> ZeroNodes => Enumerable.Range(1, LastNode).Aggregate(
        ImmutableHashSet<int>.Empty,
        (zeros, node) => Edges.Any(edge => edge.To == node && edge.Carries(zeros)) ? zeros : zeros.Add(node));

    /// <summary>The edges that the cell's output depends on; the others are not written.</summary>
    public ImmutableArray<CellEdge> LiveEdges
    {
        get
        {
            var zeros = ZeroNodes;
            var carrying = Edges.Where(edge => edge.Carries(zeros)).ToList();
            var live = Enumerable.Range(1, LastNode - 1).Reverse().Aggregate(
                ImmutableHashSet.Create(LastNode),
                (live, node) => carrying.Exists(edge => edge.From == node && live.Contains(edge.To)) ? live.Add(node) : live);
            return [.. carrying.Where(edge => live.Contains(edge.To))];
        }
    }

    /// <summary>The published notation, a line a node.</summary>
    public IEnumerable<string> Notation => Edges.GroupBy(edge => edge.To).Select(node =>
        $"|{string.Join('|', node.Select(edge => $"{(edge.IsMixed ? "mixed" : edge.Operations[0].Name)}~{edge.From}"))}|");

    /// <summary>Asks for the operation of every edge.</summary>
    /// <param name="choices">Who answers.</param>
    /// <returns>The cell.</returns>
    public static CellPlan Ask(IChoices choices) => new(
    [
        .. from to in Enumerable.Range(1, LastNode)
           from @from in Enumerable.Range(0, to)
           let answer = choices.Operations($"cell/edge {@from}→{to}", CellOperation.Names)
           select new CellEdge(@from, to, [.. answer.Select(CellOperation.Named)]),
    ]);
}
