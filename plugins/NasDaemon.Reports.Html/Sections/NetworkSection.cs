using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Search;
using NasDaemon.Reports.Figures;
using NasDaemon.Reports.Html.Highlighting;
using NasDaemon.Reports.Html.Markup;
using NasDaemon.Reports.Html.Networks;

namespace NasDaemon.Reports.Html.Sections;

/// <summary>The winning network: its picture, its layers, what made it, and its source.</summary>
internal static class NetworkSection
{
    // A picture of more is nothing to look at; the table still has them.
    private const int MostBoxes = 400;

    /// <summary>Writes it.</summary>
    public static void Write(TaskReport report, HtmlWriter html)
    {
        using (html.Section("network", "The best network"))
        {
            if (report.Best is not { } best)
            {
                html.Paragraph("There is none.");
                return;
            }

            if (best.Candidate.Architecture is { Nodes.IsEmpty: false } network)
            {
                WritePicture(network, html);
            }

            OriginParts.WriteDecisions(best.Candidate.Candidate.Origin, html);
            WriteAuthor(best.Candidate.Candidate.Origin, html);
            html.Element("h3", "Its source");
            PythonSource.Write(html, best.Candidate.Candidate.Source);
        }
    }

    private static void WriteAuthor(CandidateOrigin origin, HtmlWriter html)
    {
        if (origin is PromptOrigin prompt)
        {
            html.Paragraph($"Written by the language model {prompt.Model} at temperature {Figure.Number(prompt.Temperature)}"
                + $"{(prompt.Helpful().Count == 0 ? ", as it stands." : "; what was done to it besides stands with its trial below.")}");
        }
    }

    private static void WritePicture(Architecture network, HtmlWriter html)
    {
        var sketch = Blocks.Of(network);
        if (sketch.Blocks.Length > MostBoxes)
        {
            html.Paragraph($"The network has {Figure.Count(network.Nodes.Length)} operators, too many to draw; its layers stand in the table.");
        }
        else
        {
            WritePicture("network-picture", "The best network from its input to its output", sketch.Blocks, html);
        }

        if (sketch.Repeated is { Module: { } module } repeated)
        {
            html.Element("h3", $"Inside of {module}");
            html.Paragraph($"Whole modules are one box each above. This is what stands in the box of {module}, which is a {network.ModuleTypes.GetValueOrDefault(module, "module")} like others.");
            WritePicture("module-picture", $"The module {module} from its input to its output", Blocks.Of(ModuleGraph.Of(network, repeated)).Blocks, html);
        }

        using (html.Fold("Its layers as a table"))
        {
            WriteLayers(sketch.Blocks, html);
        }
    }

    private static void WritePicture(string id, string title, ImmutableArray<Block> blocks, HtmlWriter html)
    {
        using (html.Open("figure"))
        {
            using (html.Open("div", ("class", "scroll tall"), ("tabindex", "0"), ("role", "region"), ("aria-label", title)))
            {
                NetworkPicture.Write(html, id, title, blocks);
            }

            html.Element(
                "figcaption",
                "A box is an operator with the normalisation and the activation that follow it: module and operator, its weights, the shape of its result; N is the batch."
                + (blocks.Any(block => block.Inputs.Length > 1) ? " Thick orange lines skip layers." : string.Empty));
        }
    }

    private static void WriteLayers(ImmutableArray<Block> blocks, HtmlWriter html) => html.Table(
        "The layers in the order of execution",
        [TableColumn.Figures("No."), "Layer", "Detail", "Takes", "Gives", TableColumn.Figures("Parameters"), TableColumn.Figures("FLOPs")],
        blocks.Select((block, index) => (IReadOnlyList<TableCell>)
        [
            Figure.Count(index),
            block.Name,
            block.Detail,
            string.Join(", ", block.Inputs.Select(input => Figure.Count(input))),
            block.Shape,
            block.IsEnd ? string.Empty : Figure.Count(block.Parameters),
            block.IsEnd ? string.Empty : Figure.Scaled(block.Flops),
        ]));
}
