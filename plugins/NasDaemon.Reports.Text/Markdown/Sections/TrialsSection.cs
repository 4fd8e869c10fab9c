using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.Figures;

namespace NasDaemon.Reports.Text.Markdown.Sections;

/// <summary>The best search trials.</summary>
internal static class TrialsSection
{
    private const int Shown = 10;

    public static void Write(TaskReport report, MarkdownPage page)
    {
        var ranked = report.Ranked();
        if (ranked.Count == 0)
        {
            return;
        }

        page.Heading(2, "The best trials");
        page.Table(
            [">Trial", ">Validation accuracy", ">Loss", ">Epochs", "Curve", ">Parameters", ">FLOPs", ">Time", "State", "Made from"],
            ranked.Take(Shown).Select(Row));
        page.Block(ranked.Count > Shown
            ? $"{Figure.Count(ranked.Count - Shown, "further trial")} with a result: [trials.csv](trials.csv), and with source and learning curve [report.json](report.json)."
            : "Every trial: [trials.csv](trials.csv), and with source and learning curve [report.json](report.json).");
    }

    private static IReadOnlyList<string> Row(TrialReport trial) =>
    [
        Figure.Count(trial.Trial.Key.Number),
        Figure.Percent(trial.Trial.Score!.ValidationAccuracy),
        Figure.Number(trial.Trial.Score.ValidationLoss),
        Figure.Count(trial.Epochs()),
        Sparkline.Of([.. trial.Epochs.Select(epoch => epoch.Validation?.Accuracy).OfType<double>()]),
        Figure.Count(trial.Trial.Score.Parameters),
        Figure.Scaled(trial.Trial.Score.Flops),
        Figure.Time(trial.Trial.Score.Seconds),
        trial.State(),
        MarkdownText.Escape(OriginWords.MadeFrom(trial.Candidate.Candidate.Origin)),
    ];
}
