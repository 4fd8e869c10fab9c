using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.Figures;

namespace NasDaemon.Reports.Text.Markdown.Experiments;

/// <summary>What the arms are, what they took, and which of their runs failed.</summary>
internal static class ArmsSection
{
    private const int FailuresShown = 20;

    public static void Write(ExperimentReport report, MarkdownPage page)
    {
        page.Heading(2, "The arms");
        page.Table(
            ["Arm", "What sets it apart", .. ArmFigures.Titles.Select(title => $">{title}")],
            report.Design.Arms.Select(arm => Row(arm, ArmFigures.Of(report, arm))));
        page.Block(report.Design.SharesResults
            ? "Each run counts its trainings as if it were alone. Where another run or an earlier task had trained the same network by the same recipe with the same seed, the "
                + "result was taken over, which training again would have given; it counts as a training."
            : "No run took over a result of another.");
        WriteNetworkFailures(report, page);
        WriteFailures([.. report.Runs.Where(run => run.Failure is not null)], page);
    }

    private static void WriteNetworkFailures(ExperimentReport report, MarkdownPage page)
    {
        var failures = report.Runs
            .SelectMany(run => run.Proposals.SelectMany(kind => kind.Failures.Select(failure => (run.Arm, Class: failure.Key, Count: failure.Value))))
            .GroupBy(failure => (failure.Arm, failure.Class))
            .ToDictionary(group => group.Key, group => group.Sum(failure => failure.Count));
        if (failures.Count > 0)
        {
            page.Heading(3, "Networks that failed");
            page.Table(
                ["Class", .. report.Design.Arms.Select(arm => $">{MarkdownText.Escape(arm.Name)}")],
                failures.Keys.Select(key => key.Class).Distinct().Order().Select(failed => (string[])
                    [Words.Of(failed), .. report.Design.Arms.Select(arm => Figure.Count(failures.GetValueOrDefault((arm.Name, failed))))]));
        }
    }

    private static IReadOnlyList<string> Row(ExperimentArm arm, ArmFigures figures) =>
    [
        MarkdownText.Escape(arm.Name) + (arm.IsControl ? " (control)" : string.Empty),
        string.Join(", ", arm.Settings.Select(setting => $"{MarkdownText.Escape(setting.Key)} {MarkdownText.Escape(setting.Value)}")),
        .. figures.Cells,
    ];

    private static void WriteFailures(IReadOnlyList<ExperimentRunReport> failed, MarkdownPage page)
    {
        if (failed.Count == 0)
        {
            return;
        }

        page.Heading(3, "Runs that failed");
        page.Table(
            ["Arm", "Data set", ">Seed", "Why"],
            failed.Take(FailuresShown).Select(run => (string[])
            [
                MarkdownText.Escape(run.Arm), MarkdownText.Escape(run.Dataset), Figure.Count(run.Seed), MarkdownText.Escape(run.Failure!),
            ]));
        if (failed.Count > FailuresShown)
        {
            page.Block($"{Figure.Count(failed.Count - FailuresShown, "further run")} in [runs.csv](runs.csv).");
        }
    }
}
