using System.Globalization;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Reports.Networks;

/// <summary>What tells an operator from others of its kind.</summary>
/// <param name="architecture">The network.</param>
public sealed class OperatorDetails(Architecture architecture)
{
    private static readonly string[] Telling = ["kernel_size", "stride", "dilation", "output_size", "dim", "scale_factor"];

    private readonly Dictionary<string, StateEntry> _state = architecture.State.ToDictionary(entry => entry.Name, StringComparer.Ordinal);

    /// <summary>The shape of its weights, and those of its arguments that tell something.</summary>
    /// <param name="node">The operator.</param>
    /// <returns>One text; empty where there is nothing to tell.</returns>
    public string Of(GraphNode node)
    {
        var weight = node.Arguments.Select(argument => argument.Value).OfType<StateArgument>().FirstOrDefault();
        var parts = new List<string>();
        if (weight is not null && _state.TryGetValue(weight.Name, out var entry) && entry.Shape.Length > 1)
        {
            parts.Add(string.Join('×', entry.Shape.Select(size => size.ToString(CultureInfo.InvariantCulture))));
        }

        foreach (var argument in node.Arguments)
        {
            if (Array.IndexOf(Telling, argument.Name) >= 0 && Sizes(argument.Value) is { Length: > 0 } sizes && sizes != "1")
            {
                parts.Add($"{argument.Name} {sizes}");
            }
        }

        return string.Join(", ", parts);
    }

    // [3, 3] is told as 3, as sources write it.
    private static string Sizes(GraphArgument argument) => argument switch
    {
        IntArgument { Value: { IsFixed: true, Constant: var size } } => size.ToString(CultureInfo.InvariantCulture),
        FloatArgument number => number.Value.ToString("G4", CultureInfo.InvariantCulture),
        ListArgument list when list.Items.Select(Sizes).Distinct().ToList() is [var only] => only,
        ListArgument list => string.Join('×', list.Items.Select(Sizes)),
        _ => string.Empty,
    };
}
