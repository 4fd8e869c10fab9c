using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.Figures;

namespace NasDaemon.Reports.Text.Markdown.Sections;

/// <summary>How the best grew better, and the networks that no other beats at their cost.</summary>
internal static class ProgressSection
{
    private const int Shown = 15;

    public static void Write(TaskReport report, MarkdownPage page)
    {
        var progress = BestSoFar.ByTrial(report.Trials);
        if (progress.IsEmpty)
        {
            return;
        }

        var steps = progress.DistinctBy(point => point.Trial).ToList();
        page.Heading(2, "Progress");
        page.Block($"The best validation accuracy grew {Figure.Count(steps.Count - 1, "time")}: "
            + $"{string.Join(", ", steps.TakeLast(Shown).Select(step => $"{Figure.Percent(step.Accuracy)} by trial {Figure.Count(step.Trial)}"))}. "
            + "[report.html](report.html) draws it.");
        page.Heading(2, "Accuracy and cost");
        page.Block("The Pareto fronts: each network that is more accurate than all that cost no more.");
        WriteFront("parameters", ParetoFront.Of(report.Ranked(), trial => trial.Trial.Score!.Parameters), page);
        WriteFront("FLOPs", ParetoFront.Of(report.Ranked(), trial => trial.Trial.Score!.Flops), page);
    }

    private static void WriteFront(string cost, IReadOnlyList<TrialReport> front, MarkdownPage page) => page.Table(
        [$">Trial, by {cost}", ">Validation accuracy", ">Parameters", ">FLOPs"],
        front.TakeLast(Shown).Select(trial => (string[])
        [
            Figure.Count(trial.Trial.Key.Number),
            Figure.Percent(trial.Trial.Score!.ValidationAccuracy),
            Figure.Count(trial.Trial.Score.Parameters),
            Figure.Scaled(trial.Trial.Score.Flops),
        ]));
}
