using System.Collections.Immutable;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Reports.Figures;
using NasDaemon.Reports.Html.Charts;
using NasDaemon.Reports.Html.Markup;

namespace NasDaemon.Reports.Html.Sections;

/// <summary>The learning curves of all trials, those that were stopped visible as such.</summary>
internal static class LearningCurves
{
    /// <summary>More curves than this are not told apart; the best and the last of the others stand for all.</summary>
    public const int Most = 400;

    /// <summary>Writes the chart of all of them.</summary>
    public static void Write(TaskReport report, HtmlWriter html)
    {
        var trials = report.Trials.Where(trial => Curve(trial).Length > 0).ToList();
        var shown = trials.Count <= Most ? trials : [.. trials.OrderByDescending(trial => trial.Trial.Score?.ValidationAccuracy ?? 0).Take(Most)];
        if (shown.Count == 0)
        {
            html.Paragraph("No trial has a curve.");
            return;
        }

        var stopped = shown.Where(trial => trial.Trial.State != TrialState.Finished).ToList();
        var range = AccuracyRange.Of([.. shown.Select(trial => Curve(trial)[^1].Y)]);
        var best = report.Best?.Search.Key.Number;
        html.Paragraph($"{Figure.Count(shown.Count(trial => trial.Trial.State == TrialState.Finished), "trial")} went to the end, {Figure.Count(stopped.Count)} did not.");
        if (trials.Count > Most)
        {
            html.Paragraph($"Drawn are the {Figure.Count(Most)} best of {Figure.Count(trials.Count)}; all curves stand in report.json.", "muted");
        }

        if (shown.TrueForAll(trial => Curve(trial).Length < 2))
        {
            html.Paragraph("Each has the figures of one epoch only, which make no curve: see the progress above.");
            return;
        }

        using (html.Open("div", ("class", "charts")))
        {
            ChartWriter.Write(html, new Chart(
                "curves",
                "Validation accuracy after each epoch",
                $"Learning curves of {Figure.Count(shown.Count, "trial")}, {Figure.Count(stopped.Count)} of them ended early; each has its own in the list of trials.",
                new Axis("Epochs", Scales.Count(shown.Max(trial => trial.Epochs[^1].Epoch))),
                new Axis("Validation accuracy", range.Scale),
                [
                    new Series("trained to the end", SeriesShape.Line, "s0 thin", [.. shown.Except(stopped).Select(Curve)]),
                    new Series("ended early", SeriesShape.Line, "s1 broken", [.. stopped.Select(Curve)]),
                    new Series("where they ended", SeriesShape.Crosses, "s1", [range.Visible([.. stopped.Select(trial => Curve(trial)[^1])])]),
                    new Series("one epoch only", SeriesShape.Dots, "s0", [range.Visible([.. shown.Except(stopped).Select(Curve).Where(curve => curve.Length == 1).Select(curve => curve[0])])]),
                    new Series("the best network", SeriesShape.Line, "s2", [.. shown.Where(trial => trial.Trial.Key.Number == best).Select(Curve)]),
                ])
            { Remark = range.Hidden > 0 ? "Curves that end far below the others run along the foot of the chart." : string.Empty });
        }
    }

    /// <summary>Writes the curve of one trial: losses and accuracy by epoch.</summary>
    public static void Write(TrialReport trial, HtmlWriter html)
    {
        var curve = Curve(trial);
        if (curve.Length < 2)
        {
            return;
        }

        using (html.Open("div", ("class", "small")))
        {
            ChartWriter.Write(html, new Chart(
                $"curve-{trial.Trial.Key.Number}",
                $"Learning curve of trial {Figure.Count(trial.Trial.Key.Number)}",
                $"Validation accuracy from {Figure.Percent(curve[0].Y)} after epoch {Figure.Count((long)curve[0].X)} to {Figure.Percent(curve[^1].Y)} after epoch {Figure.Count((long)curve[^1].X)}.",
                new Axis("Epochs", Scales.Count(curve[^1].X)),
                new Axis("Validation accuracy", Scales.Percent(curve.Min(point => point.Y), curve.Max(point => point.Y))),
                [new Series(string.Empty, SeriesShape.Line, trial.Trial.State == TrialState.Finished ? "s0" : "s1 broken", [curve])]));
        }
    }

    private static ImmutableArray<Point> Curve(TrialReport trial) =>
    [
        .. trial.Epochs.Where(epoch => epoch.Validation is { } validation && double.IsFinite(validation.Accuracy))
            .Select(epoch => new Point(epoch.Epoch, epoch.Validation!.Accuracy)),
    ];
}
