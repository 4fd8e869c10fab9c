using NasDaemon.Reports.Html.Markup;
using NasDaemon.Reports.Writing;

namespace NasDaemon.Reports.Html.Sections;

/// <summary>How far the networks came that a language model wrote, and who made them right.</summary>
internal static class WritingParts
{
    /// <summary>Writes the tables; nothing where no model wrote.</summary>
    /// <param name="html">The page.</param>
    /// <param name="columns">All candidates.</param>
    /// <param name="what">What the columns are.</param>
    public static void Write(HtmlWriter html, IReadOnlyList<WritingColumn> columns, string what)
    {
        var tables = WritingTables.Of(columns).ToList();
        if (tables.Count == 0)
        {
            return;
        }

        html.Element("h3", "What the language model wrote");
        html.Paragraph($"{what} {WritingTables.Remark}");
        foreach (var table in tables)
        {
            if (table.Heading.Length > 0)
            {
                html.Element("h4", table.Heading);
            }

            if (table.Remark.Length > 0)
            {
                html.Paragraph(table.Remark);
            }

            if (table.Rows.Count > 0)
            {
                html.Table(
                    table.Heading.Length > 0 ? table.Heading : table.Head[0],
                    [table.Head[0], .. table.Head.Skip(1).Select(TableColumn.Figures)],
                    table.Rows.Select(row => (IReadOnlyList<TableCell>)[.. row.Select(cell => (TableCell)cell)]));
            }
        }
    }
}
