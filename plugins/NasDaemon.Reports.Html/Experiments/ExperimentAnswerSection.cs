using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.Figures;
using NasDaemon.Reports.Html.Markup;

namespace NasDaemon.Reports.Html.Experiments;

/// <summary>Which arm is ahead, and whether that may be chance.</summary>
internal static class ExperimentAnswerSection
{
    private const int LongestRequest = 2_000;

    /// <summary>Writes it.</summary>
    public static void Write(ExperimentReport report, HtmlWriter html)
    {
        var design = report.Design;
        html.Element("h1", report.Id);
        if (!string.IsNullOrWhiteSpace(report.Request))
        {
            html.Paragraph("Asked for:", "muted");
            html.Element("blockquote", HtmlText.Cut(report.Request.Trim(), LongestRequest));
        }

        var verdict = ExperimentVerdict.Of(report);
        using (html.Open("p", ("class", "answer")))
        {
            if (verdict.Best is { } best)
            {
                html.Element("strong", best.Arm);
                html.Text($" is ahead by {ExperimentWords.Of(design.Metric)}: {ExperimentWords.Mean(best)} %. {verdict.Certainty(arm => arm)}");
            }
            else
            {
                html.Element("strong", "No result.");
                html.Text(" No arm has a figure on every data set. What failed stands below.");
            }
        }

        html.Facts(
        [
            ("Arms", Figure.Count(design.Arms.Length)),
            ("Data sets", Figure.Count(design.Datasets.Length)),
            ("Seeds", Figure.Count(design.Seeds.Length)),
            ("Runs that have ended", $"{Figure.Count(report.Runs.Length)} of {Figure.Count(design.RunCount)}"),
            ("Budget of a run", Figure.Count(design.Trials, "training")),
            ("It took", Figure.Time(report.Seconds)),
        ]);
        html.Paragraph(report.EndReason);
    }
}
