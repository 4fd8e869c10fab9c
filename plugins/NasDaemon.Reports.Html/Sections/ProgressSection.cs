using System.Collections.Immutable;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.Figures;
using NasDaemon.Reports.Html.Charts;
using NasDaemon.Reports.Html.Markup;

namespace NasDaemon.Reports.Html.Sections;

/// <summary>How the best network so far grew better, against trials and against time.</summary>
internal static class ProgressSection
{
    /// <summary>Writes it.</summary>
    public static void Write(TaskReport report, HtmlWriter html)
    {
        using (html.Section("progress", "Progress"))
        {
            var byTrial = BestSoFar.ByTrial(report.Trials);
            var byTime = BestSoFar.ByTime(report);
            if (byTrial.IsEmpty || byTime.IsEmpty)
            {
                html.Paragraph("No trial has a result.");
                return;
            }

            html.Paragraph($"Why the search ended: {report.EndReason}");
            using (html.Open("div", ("class", "charts")))
            {
                ChartWriter.Write(html, ByTrial(report, byTrial));
                ChartWriter.Write(html, ByTime(report, byTime));
            }

            WriteSteps(report, byTrial, html);
        }
    }

    private static Chart ByTrial(TaskReport report, ImmutableArray<ProgressPoint> points)
    {
        var each = report.Trials.Index()
            .Where(trial => trial.Item.Trial.Score is not null)
            .Select(trial => new Point(trial.Index + 1, trial.Item.Trial.Score!.ValidationAccuracy))
            .ToImmutableArray();
        var range = AccuracyRange.Of([.. each.Select(point => point.Y)]);
        return new Chart(
            "progress-trials",
            "The best so far against trials",
            $"Validation accuracy of the best network: {Figure.Percent(points[0].Accuracy)} after trial {Figure.Count((long)points[0].At)}, "
                + $"{Figure.Percent(points[^1].Accuracy)} after trial {Figure.Count((long)points[^1].At)}.",
            new Axis("Trials", Scales.Count(report.Trials.Length)),
            new Axis("Validation accuracy", range.Scale),
            [
                new Series("each trial", SeriesShape.Dots, "quiet", [range.Visible(each)]),
                new Series("best so far", SeriesShape.Steps, "s0", [Line(points)]),
            ])
        { Remark = range.Remark };
    }

    private static Chart ByTime(TaskReport report, ImmutableArray<ProgressPoint> points)
    {
        ImmutableArray<Point> each = [.. points.Where(point => point.Own is not null).Select(point => new Point(point.At, point.Own!.Value))];
        var range = AccuracyRange.Of([.. each.Select(point => point.Y)]);
        return new Chart(
            "progress-time",
            "The best so far against time",
            $"Validation accuracy of the best network: {Figure.Percent(points[0].Accuracy)} after {Figure.Time(points[0].At)}, "
                + $"{Figure.Percent(points[^1].Accuracy)} after {Figure.Time(points[^1].At)}.",
            new Axis(report.Table is null ? "Time since the task began" : "Training time, as the table has it", Scales.Time(points[^1].At)),
            new Axis("Validation accuracy", range.Scale),
            [
                new Series("each trial", SeriesShape.Dots, "quiet", [range.Visible(each)]),
                new Series("best so far", SeriesShape.Steps, "s0", [Line(points)]),
            ])
        { Remark = range.Remark };
    }

    private static ImmutableArray<Point> Line(ImmutableArray<ProgressPoint> points) => [.. points.Select(point => new Point(point.At, point.Accuracy))];

    private static void WriteSteps(TaskReport report, ImmutableArray<ProgressPoint> points, HtmlWriter html)
    {
        var trials = report.Trials.ToDictionary(trial => trial.Trial.Key.Number);
        using (html.Fold("Each time that the best grew better"))
        {
            html.Table(
                "Trials that were the best when they ended",
                [TableColumn.Figures("Trial"), TableColumn.Figures("Validation accuracy"), TableColumn.Figures("Parameters"), TableColumn.Figures("FLOPs"), "Made from"],
                points.DistinctBy(point => point.Trial).Select(point => trials[point.Trial]).Select(trial => (IReadOnlyList<TableCell>)
                [
                    Figure.Count(trial.Trial.Key.Number),
                    Figure.Percent(trial.Trial.Score!.ValidationAccuracy),
                    Figure.Count(trial.Trial.Score.Parameters),
                    Figure.Scaled(trial.Trial.Score.Flops),
                    OriginWords.MadeFrom(trial.Candidate.Candidate.Origin),
                ]));
        }
    }
}
