using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.Settings;

namespace NasDaemon.Reports.Text.Markdown.Sections;

/// <summary>What was asked for, in the words of a task file, every default filled in.</summary>
internal static class RecipeSection
{
    public static void Write(TaskReport report, MarkdownPage page)
    {
        page.Heading(2, "The recipe");
        page.Table(
            ["Setting", "Value"],
            SettingRows.Of(report.Task).Select(setting => (string[])[MarkdownText.Escape(setting.Key), MarkdownText.Escape(setting.Text)]));
    }
}
