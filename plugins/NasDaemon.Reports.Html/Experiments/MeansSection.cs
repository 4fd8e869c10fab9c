using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.Figures;
using NasDaemon.Reports.Html.Charts;
using NasDaemon.Reports.Html.Markup;

namespace NasDaemon.Reports.Html.Experiments;

/// <summary>The means of the arms with their intervals, drawn and listed.</summary>
internal static class MeansSection
{
    /// <summary>Writes it.</summary>
    public static void Write(ExperimentReport report, HtmlWriter html)
    {
        using (html.Section("means", "The means"))
        {
            if (report.Summaries.IsEmpty)
            {
                html.Paragraph("No arm has a figure.");
                return;
            }

            html.Paragraph(
                "In percent, mean ± standard deviation over the seeds. Balanced is the mean of the data sets' means, so that each counts the same; "
                + "its deviation and interval are those of the seeds' means over the data sets. Intervals: 95 %, by the bootstrap.");
            WriteChart(report, html);
            var others = Enum.GetValues<ExperimentMetric>().Where(metric => metric != report.Design.Metric);
            foreach (var metric in others.Prepend(report.Design.Metric).Where(metric => report.Summaries.Any(summary => summary.Metric == metric)))
            {
                WriteTable(report, metric, html);
            }
        }
    }

    private static void WriteChart(ExperimentReport report, HtmlWriter html)
    {
        var arms = report.Design.Arms.Index()
            .Select(arm => (arm.Index, Summary: report.Summaries.FirstOrDefault(summary => summary.Arm == arm.Item.Name && summary.Dataset is null && summary.Metric == report.Design.Metric)))
            .Where(arm => arm.Summary?.Mean is not null)
            .ToList();
        if (arms.Count == 0)
        {
            return;
        }

        var figures = arms.SelectMany(arm => new[] { arm.Summary!.Low, arm.Summary.High, arm.Summary.Mean }).OfType<double>().ToList();
        var names = report.Design.Arms.Index().Select(arm => new Tick(arm.Index, $"{arm.Index + 1}"));
        using (html.Open("div", ("class", "charts")))
        {
            ChartWriter.Write(html, new Chart(
                "means-chart",
                $"The {ExperimentWords.Of(report.Design.Metric)} of each arm, balanced, with its 95 % interval",
                string.Join("; ", arms.Select(arm => $"{arm.Summary!.Arm}: {ExperimentWords.Mean(arm.Summary)} %")) + ".",
                new Axis("Arm", new Scale(-0.5, report.Design.Arms.Length - 0.5, false, [.. names])),
                new Axis("In percent", Scales.Percent(figures.Min(), figures.Max())),
                [
                    .. arms.Select(arm => new Series(
                        string.Empty,
                        SeriesShape.Whiskers,
                        ArmLooks.Of(arm.Index),
                        arm.Summary is { Low: { } low, High: { } high } ? [[new Point(arm.Index, low), new Point(arm.Index, high)]] : [])),
                    .. arms.Select(arm => new Series($"{arm.Index + 1}: {arm.Summary!.Arm}", SeriesShape.Dots, ArmLooks.Of(arm.Index), [[new Point(arm.Index, arm.Summary.Mean!.Value)]])),
                ]));
        }
    }

    private static void WriteTable(ExperimentReport report, ExperimentMetric metric, HtmlWriter html)
    {
        var heading = $"By {ExperimentWords.Of(metric)}{(metric == report.Design.Metric ? ", which decides" : string.Empty)}";
        var isOne = report.Design.Datasets.Length == 1;
        string?[] places = isOne ? [null] : [null, .. report.Design.Datasets];
        html.Table(
            heading,
            [
                "Arm", .. places.Select(place => TableColumn.Figures(ExperimentWords.Place(isOne ? report.Design.Datasets[0] : place))), TableColumn.Figures("Interval"), TableColumn.Figures("Runs"),
            ],
            report.Design.Arms.Select(arm => Row(report, arm, metric, places)));
    }

    private static IReadOnlyList<TableCell> Row(ExperimentReport report, ExperimentArm arm, ExperimentMetric metric, string?[] places)
    {
        var summaries = report.Summaries.Where(summary => summary.Arm == arm.Name && summary.Metric == metric).ToList();
        return
        [
            arm.Name,
            .. places.Select(place => (TableCell)ExperimentWords.Mean(summaries.Find(summary => summary.Dataset == place))),
            ExperimentWords.Interval(summaries.Find(summary => summary.Dataset is null)),
            Figure.Count(report.Runs.Count(run => run.Arm == arm.Name && run.Figure(metric) is not null)),
        ];
    }
}
