using System.Collections.Immutable;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Reports.Figures;
using NasDaemon.Reports.Html.Charts;
using NasDaemon.Reports.Html.Markup;

namespace NasDaemon.Reports.Html.Sections;

/// <summary>Accuracy against what a network costs, with the networks that no other beats; and all learning curves.</summary>
internal static class TradeOffSection
{
    /// <summary>Writes it.</summary>
    public static void Write(TaskReport report, HtmlWriter html)
    {
        using (html.Section("trade-off", "Accuracy and cost"))
        {
            var trials = report.Ranked();
            if (trials.Count == 0)
            {
                html.Paragraph("No trial has a result.");
                return;
            }

            html.Paragraph("On the front is each network that is more accurate than all that cost no more.");
            var (byParameters, byFlops) = (ParetoFront.Of(trials, Parameters), ParetoFront.Of(trials, Flops));
            using (html.Open("div", ("class", "charts")))
            {
                ChartWriter.Write(html, Against("parameters", "parameters", trials, byParameters, Parameters));
                ChartWriter.Write(html, Against("flops", "FLOPs a sample", trials, byFlops, Flops));
            }

            using (html.Open("div", ("class", "charts")))
            {
                WriteFront("parameters", byParameters, html);
                WriteFront("FLOPs", byFlops, html);
            }

            html.Element("h3", "Learning curves");
            LearningCurves.Write(report, html);
        }
    }

    private static Chart Against(string id, string cost, IReadOnlyList<TrialReport> trials, IReadOnlyList<TrialReport> front, Func<TrialReport, long> of)
    {
        var range = AccuracyRange.Of([.. trials.Select(Accuracy)]);
        var (finished, others) = (trials.Where(trial => trial.Trial.State == TrialState.Finished), trials.Where(trial => trial.Trial.State != TrialState.Finished));
        var costs = trials.Select(of).Where(value => value > 0).DefaultIfEmpty(1).ToList();
        return new Chart(
            "against-" + id,
            $"Accuracy against {cost}",
            $"{Figure.Count(trials.Count, "trial")}; {Figure.Count(front.Count)} on the front, from {Figure.Scaled(of(front[0]))} with {Figure.Percent(Accuracy(front[0]))} "
                + $"to {Figure.Scaled(of(front[^1]))} with {Figure.Percent(Accuracy(front[^1]))}. The table below lists the front.",
            new Axis($"{char.ToUpperInvariant(cost[0])}{cost[1..]}, logarithmic", Scales.Factors(costs.Min(), costs.Max())),
            new Axis("Validation accuracy", range.Scale),
            [
                new Series("ended early", SeriesShape.Crosses, "s1", [range.Visible(Points(others, of))]),
                new Series("trained to the end", SeriesShape.Dots, "s0", [range.Visible(Points(finished, of))]),
                new Series("the front", SeriesShape.Steps, "s2", [range.Visible(Points(front, of))]),
                new Series(string.Empty, SeriesShape.Diamonds, "s2", [range.Visible(Points(front, of))]),
            ])
        { Remark = range.Remark };
    }

    private static void WriteFront(string cost, IReadOnlyList<TrialReport> front, HtmlWriter html) => html.Table(
        $"The front of accuracy against {cost}, the cheapest first",
        [TableColumn.Figures("Trial"), TableColumn.Figures("Validation accuracy"), TableColumn.Figures("Parameters"), TableColumn.Figures("FLOPs"), "State"],
        front.Select(trial => (IReadOnlyList<TableCell>)
        [
            Figure.Count(trial.Trial.Key.Number), Figure.Percent(Accuracy(trial)), Figure.Count(Parameters(trial)), Figure.Scaled(Flops(trial)), trial.State(),
        ]));

    private static ImmutableArray<Point> Points(IEnumerable<TrialReport> trials, Func<TrialReport, long> of) =>
        [.. trials.Select(trial => new Point(Math.Max(of(trial), 1), Accuracy(trial)))];

    private static double Accuracy(TrialReport trial) => trial.Trial.Score!.ValidationAccuracy;

    private static long Parameters(TrialReport trial) => trial.Trial.Score!.Parameters;

    private static long Flops(TrialReport trial) => trial.Trial.Score!.Flops;
}
