using System.Collections.Immutable;
using NasDaemon.Reports.Html.Markup;
using NasDaemon.Reports.Networks;

namespace NasDaemon.Reports.Html.Networks;

/// <summary>Draws a network from top to bottom. Connections that pass over boxes stand out.</summary>
internal static class NetworkPicture
{
    private const double Margin = 8;
    private const double RowHeight = 88;
    private const double BoxHeight = 56;

    // What fits into a box, of the page's fonts at their widest.
    private const int TitleLetters = 28;
    private const int DetailLetters = 33;

    /// <summary>Writes the picture.</summary>
    /// <param name="html">The page.</param>
    /// <param name="id">Its name on the page.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="blocks">The boxes.</param>
    public static void Write(HtmlWriter html, string id, string title, ImmutableArray<Block> blocks)
    {
        var layout = BlockLayout.Of(blocks);
        var (width, height) = (layout.Width + (2 * Margin), (layout.Rows.Count * RowHeight) - (RowHeight - BoxHeight) + (2 * Margin));
        using (html.Open(
            "svg",
            ("class", "network"),
            ("width", HtmlWriter.Number(width)),
            ("height", HtmlWriter.Number(height)),
            ("viewBox", $"0 0 {HtmlWriter.Number(width)} {HtmlWriter.Number(height)}"),
            ("role", "img"),
            ("aria-labelledby", $"{id}-title {id}-text")))
        {
            html.Element("title", title, ("id", id + "-title"));
            html.Element("desc", Describe(blocks, layout), ("id", id + "-text"));
            // Over the boxes nothing is drawn: first the connections, then what hides their ends.
            foreach (var connection in layout.Connections.OrderBy(connection => connection.Length))
            {
                WriteConnection(html, connection);
            }

            foreach (var place in layout.Rows.SelectMany(row => row).Where(place => place.Block >= 0))
            {
                WriteBlock(html, blocks[place.Block], place);
            }
        }
    }

    private static string Describe(ImmutableArray<Block> blocks, BlockLayout layout)
    {
        var skips = layout.Connections.Count(connection => connection.Length > 2);
        return $"{blocks.Count(block => !block.IsEnd)} boxes in {layout.Rows.Count} rows, {(skips == 0 ? "without connections that skip a row" : skips == 1 ? "1 connection skips rows" : $"{skips} connections skip rows")}. "
            + "The table of layers below the picture says the same.";
    }

    private static void WriteBlock(HtmlWriter html, Block block, PlacedBlock place)
    {
        var (x, y) = (place.X + Margin, Top(place));
        using (html.Open("g"))
        {
            html.Element("title", string.Join("\n", new[] { block.Name, block.Detail, block.Shape }.Where(line => line.Length > 0)));
            html.Element(
                "rect",
                string.Empty,
                ("class", block.IsEnd ? "end" : Words(block.Kind)),
                ("x", HtmlWriter.Number(x - (place.Width / 2))),
                ("y", HtmlWriter.Number(y)),
                ("width", HtmlWriter.Number(place.Width)),
                ("height", HtmlWriter.Number(BoxHeight)),
                ("rx", "6"));
            var hasDetail = block.Detail.Length > 0;
            Line(html, Tail(block.Name), "title", x, y + (hasDetail ? 17 : 25));
            if (hasDetail)
            {
                Line(html, HtmlText.Cut(block.Detail, DetailLetters), "detail", x, y + 33);
            }

            Line(html, HtmlText.Cut(block.Shape, DetailLetters), "shape", x, y + (hasDetail ? 49 : 43));
        }
    }

    private static void Line(HtmlWriter html, string text, string look, double x, double y) =>
        html.Element("text", text, ("class", look), ("x", HtmlWriter.Number(x)), ("y", HtmlWriter.Number(y)));

    // Of a module's path the end tells most.
    private static string Tail(string name) => name.Length <= TitleLetters ? name : string.Concat("…", name.AsSpan(name.Length - TitleLetters + 1));

    private static void WriteConnection(HtmlWriter html, ImmutableArray<PlacedBlock> way)
    {
        var isSkip = way.Length > 2;
        var path = new System.Text.StringBuilder();
        for (var step = 1; step < way.Length; step++)
        {
            var (from, to) = (way[step - 1], way[step]);
            var (x0, y0, x1, y1) = (from.X + Margin, Top(from) + BoxHeight, to.X + Margin, Top(to));
            var middle = (y0 + y1) / 2;
            path.Append(step == 1 ? $"M{N(x0)} {N(y0)}" : $"V{N(y0)}");
            path.Append(Math.Abs(x0 - x1) < 0.5 ? $"V{N(y1)}" : $"C{N(x0)} {N(middle)} {N(x1)} {N(middle)} {N(x1)} {N(y1)}");
        }

        html.Element("path", string.Empty, ("class", isSkip ? "skip" : "edge"), ("d", path.ToString()));
        var end = way[^1];
        html.Element(
            "path", string.Empty, ("class", isSkip ? "skip-head" : "head"), ("d", $"M{N(end.X + Margin)} {N(Top(end))}l-4-8h8z"));
    }

    private static double Top(PlacedBlock place) => Margin + (place.Row * RowHeight);

    private static string N(double value) => HtmlWriter.Number(value);

    private static string Words(OperatorKind kind) => kind.ToString().ToLowerInvariant();
}
