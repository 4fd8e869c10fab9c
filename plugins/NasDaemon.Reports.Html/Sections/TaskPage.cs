using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.Html.Markup;

namespace NasDaemon.Reports.Html.Sections;

/// <summary>The page of a task, from the answer down to what was done exactly.</summary>
internal static class TaskPage
{
    /// <summary>Writes the page.</summary>
    public static string Of(TaskReport report) => PageShell.Write($"{report.Id}: NasDaemon's report", html =>
    {
        var details = DetailSelection.Of(report);
        using (html.Open("header"))
        {
            AnswerSection.Write(report, html);
            Contents.Write(
                html,
                ("network", "Network"),
                ("progress", "Progress"),
                ("trade-off", "Accuracy and cost"),
                ("funnel", "What became of the proposals"),
                ("trials", "Every trial"),
                ("method", "What was done"));
        }

        using (html.Open("main"))
        {
            NetworkSection.Write(report, html);
            ProgressSection.Write(report, html);
            TradeOffSection.Write(report, html);
            FunnelSection.Write(report, details, html);
            TrialsSection.Write(report, details, html);
            MethodSection.Write(report, html);
        }
    });
}
