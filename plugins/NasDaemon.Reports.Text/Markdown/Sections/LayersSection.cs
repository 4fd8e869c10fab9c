using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.Figures;
using NasDaemon.Reports.Networks;

namespace NasDaemon.Reports.Text.Markdown.Sections;

/// <summary>The best network's operators in the order in which they run; the picture of it is in the page.</summary>
internal static class LayersSection
{
    private const int Shown = 60;

    public static void Write(TaskReport report, MarkdownPage page)
    {
        if (report.Best?.Candidate.Architecture is not { Nodes: { IsEmpty: false } nodes } network)
        {
            return;
        }

        var details = new OperatorDetails(network);
        page.Heading(2, "The best network's layers");
        page.Table(["Module", "Operator", "Of", "Gives", ">FLOPs"], nodes.Take(Shown).Select(node => Row(node, details)));
        page.Block((nodes.Length > Shown ? $"{Figure.Count(nodes.Length - Shown, "further operator")} and the skips are" : "The skips between them are")
            + " drawn in [report.html](report.html).");
    }

    private static string[] Row(GraphNode node, OperatorDetails details) =>
    [
        MarkdownText.Escape(node.ModulePath),
        MarkdownText.Escape(node.Operator),
        MarkdownText.Escape(details.Of(node)),
        ShapeLabel.Of(node.Outputs),
        Figure.Scaled(node.Cost.Flops),
    ];
}
