using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.Figures;
using NasDaemon.Reports.Html.Markup;

namespace NasDaemon.Reports.Html.Experiments;

/// <summary>Every run in a table that sorts.</summary>
internal static class RunsSection
{
    private static readonly TableColumn[] Columns =
    [
        "Arm", "Data set", TableColumn.Figures("Seed"), TableColumn.Figures("Validation"), TableColumn.Figures("Test"), TableColumn.Figures("Regret"), TableColumn.Figures("Parameters"),
        TableColumn.Figures("Trainings"), TableColumn.Figures("Candidates"), TableColumn.Figures("Time"), "How it ended",
    ];

    /// <summary>Writes it.</summary>
    public static void Write(ExperimentReport report, HtmlWriter html)
    {
        using (html.Section("runs", "Every run"))
        {
            html.Table("Runs by arm, data set and seed", Columns, report.Runs.Select(Row), "runs-table");
        }
    }

    private static IReadOnlyList<TableCell> Row(ExperimentRunReport run) =>
    [
        run.Arm,
        run.Dataset,
        Count(run.Seed),
        Percent(run.Validation),
        Percent(run.Test),
        Percent(run.Regret),
        run.Parameters is { } parameters ? Count(parameters) : "–",
        Count(run.Trainings),
        Count(run.Candidates),
        new TableCell(Figure.Time(run.Seconds), Value: run.Seconds),
        run.Failure ?? run.EndReason,
    ];

    private static TableCell Percent(double? share) => new(Figure.Percent(share), Value: share);

    private static TableCell Count(long value) => new(Figure.Count(value), Value: value);
}
