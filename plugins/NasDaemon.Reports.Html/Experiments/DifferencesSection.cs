using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.Figures;
using NasDaemon.Reports.Html.Markup;

namespace NasDaemon.Reports.Html.Experiments;

/// <summary>The arms against each other.</summary>
internal static class DifferencesSection
{
    private static readonly TableColumn[] Columns =
    [
        "First", "Second", TableColumn.Figures("Difference"), TableColumn.Figures("t"), TableColumn.Figures("Degrees of freedom"), TableColumn.Figures("p"),
        TableColumn.Figures("p, corrected"), TableColumn.Figures("d"),
    ];

    /// <summary>Writes it.</summary>
    public static void Write(ExperimentReport report, HtmlWriter html)
    {
        using (html.Section("differences", "The differences"))
        {
            if (report.Comparisons.All(pair => pair.Difference is null))
            {
                html.Paragraph("No two arms have figures that could be compared.");
                return;
            }

            html.Paragraph(
                $"In percentage points of {ExperimentWords.Of(report.Design.Metric)}, the first arm less the second. t and p are Welch's t-test of the seeds' figures; "
                + "the corrected p is Holm's, over all pairs in one table. d is Cohen's: the difference in standard deviations.");
            foreach (var table in ComparisonTable.Of(report))
            {
                if (table.OnlyAgainst is { } control)
                {
                    html.Paragraph(ExperimentWords.OnlyAgainst(control));
                }

                html.Table(table.Dataset is null ? "Balanced over the data sets" : $"On {table.Dataset}", Columns, table.Pairs.Select(Row));
            }
        }
    }

    private static IReadOnlyList<TableCell> Row(ArmComparison pair) =>
    [
        pair.First,
        pair.Second,
        ExperimentWords.Difference(pair.Difference),
        ExperimentWords.Number(pair.Test?.T),
        ExperimentWords.Number(pair.Test?.DegreesOfFreedom),
        ExperimentWords.Probability(pair.Test?.P),
        ExperimentWords.Probability(pair.Test?.CorrectedP),
        ExperimentWords.Number(pair.EffectSize),
    ];
}
