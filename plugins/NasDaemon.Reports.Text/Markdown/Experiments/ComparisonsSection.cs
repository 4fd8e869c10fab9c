using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.Figures;

namespace NasDaemon.Reports.Text.Markdown.Experiments;

/// <summary>The arms against each other.</summary>
internal static class ComparisonsSection
{
    public static void Write(ExperimentReport report, MarkdownPage page)
    {
        if (report.Comparisons.All(pair => pair.Difference is null))
        {
            return;
        }

        page.Heading(2, "The differences");
        page.Block(
            $"In percentage points of {ExperimentWords.Of(report.Design.Metric)}, the first arm less the second. t and p are Welch's t-test of the seeds' figures; "
            + "the corrected p is Holm's, over all pairs in one table. d is Cohen's: the difference in standard deviations.");
        foreach (var table in ComparisonTable.Of(report))
        {
            if (report.Design.Datasets.Length > 1)
            {
                page.Heading(3, table.Dataset is null ? "Balanced over the data sets" : $"On {MarkdownText.Escape(ExperimentWords.Place(table.Dataset))}");
            }

            if (table.OnlyAgainst is { } control)
            {
                page.Block(ExperimentWords.OnlyAgainst(MarkdownText.Escape(control)));
            }

            page.Table(["First", "Second", ">Difference", ">t", ">Degrees of freedom", ">p", ">p, corrected", ">d"], table.Pairs.Select(Row));
        }
    }

    private static IReadOnlyList<string> Row(ArmComparison pair) =>
    [
        MarkdownText.Escape(pair.First),
        MarkdownText.Escape(pair.Second),
        ExperimentWords.Difference(pair.Difference),
        ExperimentWords.Number(pair.Test?.T),
        ExperimentWords.Number(pair.Test?.DegreesOfFreedom),
        ExperimentWords.Probability(pair.Test?.P),
        ExperimentWords.Probability(pair.Test?.CorrectedP),
        ExperimentWords.Number(pair.EffectSize),
    ];
}
