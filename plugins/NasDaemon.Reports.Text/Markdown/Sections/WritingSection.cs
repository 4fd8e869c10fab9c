using NasDaemon.Reports.Writing;

namespace NasDaemon.Reports.Text.Markdown.Sections;

/// <summary>How far the networks came that a language model wrote, by what its prompts showed, and who made them right.</summary>
internal static class WritingSection
{
    /// <summary>Of any candidates that a language model wrote; others are left out.</summary>
    /// <param name="columns">All candidates.</param>
    /// <param name="what">What the columns are.</param>
    /// <param name="page">The page.</param>
    public static void Write(IReadOnlyList<WritingColumn> columns, string what, MarkdownPage page)
    {
        var tables = WritingTables.Of(columns).ToList();
        if (tables.Count == 0)
        {
            return;
        }

        page.Heading(2, "What the language model wrote");
        page.Block($"{what} {WritingTables.Remark}");
        foreach (var table in tables)
        {
            Write(table, page);
        }
    }

    private static void Write(WritingTable table, MarkdownPage page)
    {
        if (table.Heading.Length > 0)
        {
            page.Heading(3, table.Heading);
        }

        if (table.Remark.Length > 0)
        {
            page.Block(table.Remark);
        }

        if (table.Rows.Count > 0)
        {
            page.Table([table.Head[0], .. table.Head.Skip(1).Select(name => $">{MarkdownText.Escape(name)}")], table.Rows);
        }
    }
}
