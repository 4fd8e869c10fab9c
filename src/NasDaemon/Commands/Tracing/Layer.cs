using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Commands.Tracing;

/// <summary>One operator of a network as a user reads it.</summary>
/// <param name="Number">Its place in the order of execution, from 1.</param>
/// <param name="Module">The module that applied it; empty for the network's own <c>forward</c>.</param>
/// <param name="Operator">The operator.</param>
/// <param name="Outputs">The shapes of its outputs, the batch written as <c>N</c>.</param>
/// <param name="Parameters">Elements of the parameters that it is the first to use.</param>
/// <param name="Flops">Floating-point operations for one sample.</param>
/// <param name="Line">The line of the source that applied it; 0 where unknown.</param>
internal sealed record Layer(int Number, string Module, string Operator, ImmutableArray<string> Outputs, long Parameters, long Flops, int Line)
{
    /// <summary>Lists the layers of a network. The parameters of all layers add up to those that the network uses.</summary>
    /// <param name="architecture">The network.</param>
    /// <returns>The layers in the order of execution.</returns>
    public static ImmutableArray<Layer> Of(Architecture architecture)
    {
        var state = architecture.State.ToDictionary(entry => entry.Name, StringComparer.Ordinal);
        var counted = new HashSet<string>(StringComparer.Ordinal);
        return [.. architecture.Nodes.Select((node, index) => new Layer(
            index + 1,
            node.ModulePath,
            node.Operator,
            [.. node.Outputs.Select(Shape)],
            node.Arguments.SelectMany(argument => StateNames(argument.Value)).Sum(name => NewParameters(state, counted, name)),
            node.Cost.Flops,
            node.Line))];
    }

    /// <summary>A shape as text.</summary>
    /// <param name="type">The tensor's type.</param>
    /// <returns>Such as <c>N×16×32×32</c>.</returns>
    public static string Shape(TensorType type) => type.Shape.IsEmpty ? "scalar" : string.Join('×', type.Shape.Select(Size));

    private static string Size(Dimension dimension) => dimension switch
    {
        { BatchMultiple: 0 } => $"{dimension.Constant}",
        { BatchMultiple: 1, Constant: 0 } => "N",
        { Constant: 0 } => $"{dimension.BatchMultiple}N",
        _ => $"({dimension.BatchMultiple}N{dimension.Constant:+0;-0})",
    };

    private static IEnumerable<string> StateNames(GraphArgument argument) => argument switch
    {
        StateArgument state => [state.Name],
        ListArgument list => list.Items.SelectMany(StateNames),
        _ => [],
    };

    private static long NewParameters(Dictionary<string, StateEntry> state, HashSet<string> counted, string name)
    {
        var entry = state[name];
        return entry.IsParameter && counted.Add(entry.SharedWith ?? entry.Name) ? entry.Elements : 0;
    }
}
