using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.Figures;

namespace NasDaemon.Reports.Text.Markdown.Experiments;

/// <summary>What came out, before anything else: which arm is ahead, and whether that may be chance.</summary>
internal static class ExperimentAnswer
{
    private const double Significance = 0.05;
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
        var ranked = report.Summaries.Where(summary => summary.Dataset is null && summary.Metric == design.Metric && summary.Mean is not null)
            .OrderBy(summary => design.Metric == ExperimentMetric.Regret ? summary.Mean : -summary.Mean)
            .ToList();
        if (ranked is [var best, ..])
        {
            page.Block($"**{MarkdownText.Escape(best.Arm)}** is ahead by {ExperimentWords.Of(design.Metric)}: {ExperimentWords.Mean(best)} %. {Certainty(report, ranked)}");
        }
        else
        {
            page.Block("**No result.** No arm has a figure on every data set. What failed stands below.");
        }
    }

    private static string Certainty(ExperimentReport report, List<ArmSummary> ranked)
    {
        if (ranked.Count < 2)
        {
            return "There is no other arm with a result to compare it with.";
        }

        var (best, second) = (ranked[0].Arm, ranked[1].Arm);
        var pair = report.Comparisons.FirstOrDefault(pair => pair.Dataset is null && ((pair.First, pair.Second) == (best, second) || (pair.First, pair.Second) == (second, best)));
        var next = MarkdownText.Escape(second);
        return pair?.Test switch
        {
            null => $"Whether it is better than {next}, the next, cannot be tested: there are too few seeds, or their figures do not differ.",
            { CorrectedP: < Significance } test => $"That it is better than {next}, the next, is hardly chance ({ExperimentWords.Statement(test.CorrectedP)}, corrected).",
            { } test => $"Its lead over {next}, the next, may well be chance ({ExperimentWords.Statement(test.CorrectedP)}, corrected).",
        };
    }
}
