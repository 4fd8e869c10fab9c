using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Reports.Html.Networks;

/// <summary>What an argument of an operator refers to.</summary>
internal static class GraphReferences
{
    /// <summary>The inputs of the network and the operators whose results it is.</summary>
    public static IEnumerable<GraphReference> Of(GraphArgument argument) => argument switch
    {
        ValueArgument value => [new GraphReference(false, value.Node)],
        InputArgument input => [new GraphReference(true, input.Index)],
        ListArgument list => list.Items.SelectMany(Of),
        _ => [],
    };
}

/// <summary>A tensor that an operator takes.</summary>
/// <param name="IsInput">Whether it is an input of the network.</param>
/// <param name="Index">The input's place, or that of the operator.</param>
internal readonly record struct GraphReference(bool IsInput, int Index);
