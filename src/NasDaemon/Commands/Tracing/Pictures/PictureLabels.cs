using System.Globalization;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Commands.Tracing.Layers;

namespace NasDaemon.Commands.Tracing.Pictures;

/// <summary>What stands in the boxes and over the frames.</summary>
/// <param name="architecture">The network.</param>
internal sealed class PictureLabels(Architecture architecture)
{
    private static readonly string[] Telling = ["kernel_size", "stride", "dilation", "output_size", "dim", "scale_factor"];

    private readonly Dictionary<string, StateEntry> _state = architecture.State.ToDictionary(entry => entry.Name, StringComparer.Ordinal);

    /// <summary>The label of a module's frame.</summary>
    /// <param name="path">The module's path.</param>
    /// <returns>Path and class.</returns>
    public string OfModule(string path) => $"{path}  ({architecture.ModuleTypes.GetValueOrDefault(path, "Module")})";

    /// <summary>The label of an operator's box.</summary>
    /// <param name="node">The operator.</param>
    /// <param name="frame">The module whose frame it stands in.</param>
    /// <returns>The module and operator, what tells it from others of its kind, and the shapes of its outputs.</returns>
    public string OfNode(GraphNode node, string frame)
    {
        var name = node.ModulePath != frame ? node.ModulePath[(node.ModulePath.LastIndexOf('.') + 1)..] : string.Empty;
        var details = Details(node);
        string[] lines =
        [
            name.Length > 0 ? $"{name}: {node.Operator}" : node.Operator,
            .. details.Length > 0 ? [details] : Array.Empty<string>(),
            string.Join(", ", node.Outputs.Select(ShapeLabel.Of)),
        ];
        return string.Join('\n', lines);
    }

    private string Details(GraphNode node)
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
