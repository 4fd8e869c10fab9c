using System.Collections.Immutable;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.Figures;
using NasDaemon.Reports.Html.Charts;
using NasDaemon.Reports.Html.Markup;
using NasDaemon.Reports.Html.Sections;

namespace NasDaemon.Reports.Html.Experiments;

/// <summary>How the best network so far grew better in each arm, on each data set, against trainings and against training time.</summary>
internal static class ArmProgressSection
{
    /// <summary>Writes it.</summary>
    public static void Write(ExperimentReport report, HtmlWriter html)
    {
        using (html.Section("progress", "Progress"))
        {
            html.Paragraph(
                "The best validation accuracy so far: the mean over the seeds, and as a shade from the lowest to the highest of them. "
                + "The control is random search with the same budget.");
            foreach (var (index, dataset) in report.Design.Datasets.Index())
            {
                html.Element("h3", $"On {dataset}");
                using (html.Open("div", ("class", "charts")))
                {
                    Write(report, dataset, $"by-trainings-{index}", "Trainings", Scales.Count, ByTraining, html);
                    Write(report, dataset, $"by-time-{index}", "Training time", Scales.Time, ByTime, html);
                }
            }
        }
    }

    private static void Write(
        ExperimentReport report,
        string dataset,
        string id,
        string across,
        Func<double, Scale> scale,
        Func<ExperimentRunReport, ImmutableArray<Point>> points,
        HtmlWriter html)
    {
        var curves = report.Design.Arms.Index()
            .Select(arm => (arm.Index, Arm: arm.Item, Runs: report.Runs.Where(run => run.Arm == arm.Item.Name && run.Dataset == dataset).Select(points).Where(run => !run.IsEmpty).ToList()))
            .Where(arm => arm.Runs.Count > 0)
            .Select(arm => (arm.Index, arm.Arm, Curve: MeanCurve.Of(arm.Runs)))
            .ToList();
        if (curves.Count == 0)
        {
            html.Paragraph($"No run has a course against {across.ToLowerInvariant()}.");
            return;
        }

        var range = AccuracyRange.Of([.. curves.SelectMany(arm => arm.Curve.Mean.Append(arm.Curve.High[^1])).Select(point => point.Y)]);
        ChartWriter.Write(html, new Chart(
            id,
            $"The best so far against {across.ToLowerInvariant()} on {dataset}",
            string.Join("; ", curves.Select(arm => $"{arm.Arm.Name} from {Figure.Percent(arm.Curve.Mean[0].Y)} to {Figure.Percent(arm.Curve.Mean[^1].Y)}")) + ".",
            new Axis(across, scale(curves.Max(arm => arm.Curve.Mean[^1].X))),
            new Axis("Validation accuracy", range.Scale),
            [
                .. curves.Select(arm => new Series(string.Empty, SeriesShape.Band, ArmLooks.Of(arm.Index), [arm.Curve.Low, arm.Curve.High])),
                .. curves.Select(arm => new Series(
                    arm.Arm.IsControl ? $"{arm.Arm.Name} (control)" : arm.Arm.Name, SeriesShape.Line, $"{ArmLooks.Of(arm.Index)}{(arm.Arm.IsControl ? " broken" : string.Empty)}", [arm.Curve.Mean])),
            ])
        { Remark = curves.Any(arm => arm.Curve.Low[0].Y < range.Scale.Low) ? "What lies below the chart runs along its foot." : string.Empty });
    }

    // A place before the first result has no best.
    private static ImmutableArray<Point> ByTraining(ExperimentRunReport run) =>
        [.. run.BestSoFar.Index().Where(best => best.Item > 0).Select(best => new Point(best.Index + 1, best.Item))];

    private static ImmutableArray<Point> ByTime(ExperimentRunReport run) =>
        [.. run.SecondsSoFar.Zip(run.BestSoFar, (seconds, best) => new Point(seconds, best)).Where(point => point.Y > 0)];
}
