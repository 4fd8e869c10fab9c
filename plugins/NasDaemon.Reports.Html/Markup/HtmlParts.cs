using System.Globalization;

namespace NasDaemon.Reports.Html.Markup;

/// <summary>The parts that pages are made of.</summary>
internal static class HtmlParts
{
    /// <summary>A part of the page under a heading of its own.</summary>
    public static HtmlWriter.Scope Section(this HtmlWriter html, string id, string heading)
    {
        var section = html.Open("section", ("id", id), ("aria-labelledby", id + "-heading"));
        html.Element("h2", heading, ("id", id + "-heading"));
        return section;
    }

    /// <summary>A paragraph.</summary>
    public static void Paragraph(this HtmlWriter html, string text, string? kind = null) => html.Element("p", text, ("class", kind));

    /// <summary>Facts under their names.</summary>
    public static void Facts(this HtmlWriter html, params IEnumerable<(string Name, string Text)> facts)
    {
        using (html.Open("dl", ("class", "facts")))
        {
            foreach (var (name, text) in facts)
            {
                using (html.Open("div"))
                {
                    html.Element("dt", name);
                    html.Element("dd", text);
                }
            }
        }
    }

    /// <summary>A table; it scrolls where it is wider than the page.</summary>
    /// <param name="html">The page.</param>
    /// <param name="caption">What it holds.</param>
    /// <param name="columns">The columns; the first names the row.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="id">Its name, which makes it sort and filter; null for a plain one.</param>
    public static void Table(
        this HtmlWriter html, string caption, IReadOnlyList<TableColumn> columns, IEnumerable<IReadOnlyList<TableCell>> rows, string? id = null)
    {
        // A region that scrolls must be reachable by keyboard.
        using (html.Open("div", ("class", id is null ? "scroll" : "scroll tall"), ("tabindex", "0"), ("role", "region"), ("aria-label", caption)))
        using (html.Open("table", ("id", id), ("class", id is null ? null : "sortable")))
        {
            using (html.Open("caption"))
            {
                html.Element("span", caption);
            }

            using (html.Open("thead"))
            using (html.Open("tr"))
            {
                foreach (var column in columns)
                {
                    html.Element("th", column.Name, ("scope", "col"), ("class", column.IsFigure ? "figure" : null));
                }
            }

            using (html.Open("tbody"))
            {
                foreach (var row in rows)
                {
                    html.Row(columns, row);
                }
            }
        }
    }

    /// <summary>Something that opens at a click.</summary>
    public static HtmlWriter.Scope Fold(this HtmlWriter html, string summary)
    {
        var fold = html.Open("details");
        html.Element("summary", summary);
        return fold;
    }

    private static void Row(this HtmlWriter html, IReadOnlyList<TableColumn> columns, IReadOnlyList<TableCell> cells)
    {
        using (html.Open("tr"))
        {
            for (var index = 0; index < cells.Count; index++)
            {
                var cell = cells[index];
                using (html.Open(
                    index == 0 ? "th" : "td",
                    ("scope", index == 0 ? "row" : null),
                    ("class", columns[index].IsFigure ? "figure" : null),
                    ("data-value", cell.Value?.ToString("R", CultureInfo.InvariantCulture))))
                {
                    if (cell.Link is null)
                    {
                        html.Text(cell.Text);
                    }
                    else
                    {
                        html.Element("a", cell.Text, ("href", cell.Link));
                    }
                }
            }
        }
    }
}
