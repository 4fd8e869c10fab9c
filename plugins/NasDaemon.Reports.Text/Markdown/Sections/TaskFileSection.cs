using NasDaemon.Abstractions.Reports;

namespace NasDaemon.Reports.Text.Markdown.Sections;

/// <summary>What was dropped, and how to do it again.</summary>
internal static class TaskFileSection
{
    public static void Write(TaskReport report, MarkdownPage page)
    {
        page.Heading(2, "The task file");
        page.Verbatim(report.Yaml);
        page.Block("To do it again, save this and submit it with `nasdaemon submit FILE`. With the same seed, one worker and the same versions it proposes the same "
            + "networks and gets the same figures. The field `settings` of [report.json](report.json) is the same task with every default filled in.");
    }
}
