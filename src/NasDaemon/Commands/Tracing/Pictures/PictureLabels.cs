using NasDaemon.Abstractions.Graphs;
using NasDaemon.Reports.Networks;

namespace NasDaemon.Commands.Tracing.Pictures;

/// <summary>What stands in the boxes and over the frames.</summary>
/// <param name="architecture">The network.</param>
internal sealed class PictureLabels(Architecture architecture)
{
    private readonly OperatorDetails _details = new(architecture);

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
        var details = _details.Of(node);
        string[] lines =
        [
            name.Length > 0 ? $"{name}: {node.Operator}" : node.Operator,
            .. details.Length > 0 ? [details] : Array.Empty<string>(),
            string.Join(", ", node.Outputs.Select(ShapeLabel.Of)),
        ];
        return string.Join('\n', lines);
    }
}
