using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.Figures;

namespace NasDaemon.Reports.Text.Markdown.Experiments;

/// <summary>The means of the arms, by data set and balanced over all of them.</summary>
internal static class MeansSection
{
    public static void Write(ExperimentReport report, MarkdownPage page)
    {
        if (report.Summaries.IsEmpty)
        {
            return;
        }

        page.Heading(2, "The means");
        page.Block(
            "In percent, mean ± standard deviation over the seeds. Balanced is the mean of the data sets' means, so that each counts the same; "
            + "its deviation and interval are those of the seeds' means over the data sets. Intervals: 95 %, by the bootstrap.");
        var others = Enum.GetValues<ExperimentMetric>().Where(metric => metric != report.Design.Metric);
        foreach (var metric in others.Prepend(report.Design.Metric).Where(metric => report.Summaries.Any(summary => summary.Metric == metric)))
        {
            Write(report, metric, page);
        }
    }

    private static void Write(ExperimentReport report, ExperimentMetric metric, MarkdownPage page)
    {
        var isChosen = metric == report.Design.Metric;
        page.Heading(3, $"By {ExperimentWords.Of(metric)}{(isChosen ? ", which decides" : string.Empty)}");
        string?[] places = report.Design.Datasets.Length > 1 ? [null, .. report.Design.Datasets] : [null];
        page.Table(
            ["Arm", .. places.Select(place => $">{(report.Design.Datasets.Length > 1 ? MarkdownText.Escape(ExperimentWords.Place(place)) : MarkdownText.Escape(ExperimentWords.Place(report.Design.Datasets[0])))}"), ">Interval", ">Runs"],
            report.Design.Arms.Select(arm => Row(report, arm, metric, places)));
    }

    private static IReadOnlyList<string> Row(ExperimentReport report, ExperimentArm arm, ExperimentMetric metric, string?[] places)
    {
        var summaries = report.Summaries.Where(summary => summary.Arm == arm.Name && summary.Metric == metric).ToList();
        var count = report.Runs.Count(run => run.Arm == arm.Name && run.Figure(metric) is not null);
        return
        [
            MarkdownText.Escape(arm.Name),
            .. places.Select(place => ExperimentWords.Mean(summaries.Find(summary => summary.Dataset == place))),
            ExperimentWords.Interval(summaries.Find(summary => summary.Dataset is null)),
            Figure.Count(count),
        ];
    }
}
