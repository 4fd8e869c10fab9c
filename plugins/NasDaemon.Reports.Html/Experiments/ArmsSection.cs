using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.Figures;
using NasDaemon.Reports.Html.Markup;
using NasDaemon.Reports.Html.Sections;
using NasDaemon.Reports.Writing;

namespace NasDaemon.Reports.Html.Experiments;

/// <summary>What the arms are, what they took, and what failed.</summary>
internal static class ArmsSection
{
    /// <summary>Writes it.</summary>
    public static void Write(ExperimentReport report, HtmlWriter html)
    {
        using (html.Section("arms", "The arms"))
        {
            html.Table(
                "What sets the arms apart, and what they took",
                ["Arm", "What sets it apart", .. ArmFigures.Titles.Select(TableColumn.Figures)],
                report.Design.Arms.Select(arm => Row(arm, ArmFigures.Of(report, arm))));
            html.Paragraph(report.Design.SharesResults
                ? "Each run counts its trainings as if it were alone. Where another run or an earlier task had trained the same network by the same recipe with the same seed, "
                    + "the result was taken over, which training again would have given; it counts as a training."
                : "No run took over a result of another.");
            WriteFailures(report, html);
            WritingParts.Write(
                html,
                WritingColumn.Of(report),
                "A column for each arm, each of its strategies where it mixes several, and each number n of supporting networks in the prompt, over all runs.");
        }
    }

    private static IReadOnlyList<TableCell> Row(ExperimentArm arm, ArmFigures figures) =>
    [
        arm.Name + (arm.IsControl ? " (control)" : string.Empty),
        string.Join(", ", arm.Settings.Select(setting => $"{setting.Key} {setting.Value}")),
        .. figures.Cells.Select(cell => (TableCell)cell),
    ];

    private static void WriteFailures(ExperimentReport report, HtmlWriter html)
    {
        var failures = report.Runs
            .SelectMany(run => run.Proposals.SelectMany(kind => kind.Failures.Select(failure => (run.Arm, Class: failure.Key, Count: failure.Value))))
            .GroupBy(failure => (failure.Arm, failure.Class))
            .ToDictionary(group => group.Key, group => group.Sum(failure => failure.Count));
        if (failures.Count > 0)
        {
            html.Element("h3", "Networks that failed");
            html.Table(
                "How often each class of failure occurred",
                ["Class", .. report.Design.Arms.Select(arm => TableColumn.Figures(arm.Name))],
                failures.Keys.Select(key => key.Class).Distinct().Order().Select(failed => (IReadOnlyList<TableCell>)
                    [Words.Of(failed), .. report.Design.Arms.Select(arm => (TableCell)Figure.Count(failures.GetValueOrDefault((arm.Name, failed))))]));
        }
    }
}
