using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.Figures;

namespace NasDaemon.Reports.Text.Markdown.Experiments;

/// <summary>What came out, before anything else: which arm is ahead, and whether that may be chance.</summary>
internal static class ExperimentAnswer
{
    private const int LongestRequest = 500;

    public static void Write(ExperimentReport report, MarkdownPage page)
    {
        var design = report.Design;
        page.Heading(1, MarkdownText.Escape(report.Id));
        if (!string.IsNullOrWhiteSpace(report.Request))
        {
            page.Block($"> Asked for: {MarkdownText.Escape(report.Request, LongestRequest)}");
        }

        page.Block(
            $"{Figure.Count(design.Arms.Length, "arm")} on {Figure.Count(design.Datasets.Length, "data set")} with {Figure.Count(design.Seeds.Length, "seed")}: "
            + $"{Figure.Count(report.Runs.Length)} of {Figure.Count(design.RunCount, "run")} have ended, each with a budget of {Figure.Count(design.Trials, "training")}. "
            + $"It took {Figure.Time(report.Seconds)}. {MarkdownText.Escape(report.EndReason)}");
        var verdict = ExperimentVerdict.Of(report);
        page.Block(verdict.Best is { } best
            ? $"**{MarkdownText.Escape(best.Arm)}** is ahead by {ExperimentWords.Of(design.Metric)}: {ExperimentWords.Mean(best)} %. {verdict.Certainty(arm => MarkdownText.Escape(arm))}"
            : "**No result.** No arm has a figure on every data set. What failed stands below.");
    }
}
