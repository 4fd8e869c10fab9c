using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.Figures;

namespace NasDaemon.Reports.Text.Markdown.Sections;

/// <summary>How many networks reached which stage, what was saved, and what went wrong.</summary>
internal static class FunnelSection
{
    public static void Write(TaskReport report, MarkdownPage page)
    {
        var funnel = report.Funnel;
        page.Heading(2, "How it was found");
        page.Block(
            $"Strategy {MarkdownText.Escape(report.Task.Strategy.Name)} in the search space {MarkdownText.Escape(report.Task.Space.Name)}, "
            + $"estimator {MarkdownText.Escape(report.Task.Estimator.Name)}. Why the search ended: {MarkdownText.Escape(report.EndReason)}");
        page.Table(
            ["Stage", ">Networks"],
            [
                ["Proposed", Figure.Count(funnel.Proposed)],
                ["Read and traced", Figure.Count(funnel.Traced)],
                ["Within the constraints", Figure.Count(funnel.WithinConstraints)],
                ["Known by source", Figure.Count(funnel.SourceDuplicates)],
                ["Known by graph", Figure.Count(funnel.GraphDuplicates)],
                ["Dropped or answered without training", Figure.Count(funnel.Dropped)],
                ["Trained", Figure.Count(funnel.Trained)],
                ["– to the end", Figure.Count(funnel.Finished)],
                ["– stopped early", Figure.Count(funnel.Stopped)],
                ["– failed", Figure.Count(funnel.Failed)],
            ]);
        WriteSavings(report, page);
        WriteNotes(report, page);
        WriteFailures(report, page);
    }

    private static void WriteSavings(TaskReport report, MarkdownPage page)
    {
        var known = report.Funnel.SourceDuplicates + report.Funnel.GraphDuplicates;
        if (known == 0)
        {
            return;
        }

        var trained = report.Trials.Where(trial => trial.Trial.Starts > 0).Sum(trial => trial.Seconds());
        var share = report.Funnel.SecondsSaved / (trained + report.Funnel.SecondsSaved);
        page.Block(
            $"{Figure.Count(known, "proposal")} repeated a network that was trained before. Reusing the results saved "
            + $"{Figure.Time(report.Funnel.SecondsSaved)} of training"
            + $" ({Figure.Time(report.Funnel.SecondsSavedBySource)} by the source's fingerprint, {Figure.Time(report.Funnel.SecondsSaved - report.Funnel.SecondsSavedBySource)} by the graph's)"
            + (double.IsFinite(share) ? $", {Figure.RoughPercent(share)} of what the search would have trained." : "."));
    }

    private static void WriteNotes(TaskReport report, MarkdownPage page)
    {
        foreach (var note in report.Notes)
        {
            page.Block($"Note: {MarkdownText.Escape(note)}");
        }
    }

    private static void WriteFailures(TaskReport report, MarkdownPage page)
    {
        var failures = FailureExample.Of(report);
        if (failures.Count > 0)
        {
            page.Heading(3, "What failed");
            page.Table(["Class", ">Times", "For example"], failures.Select(Row));
        }
    }

    private static IReadOnlyList<string> Row(FailureExample failure) =>
    [
        Words.Of(failure.Class),
        Figure.Count(failure.Count),
        failure.First is { } first ? $"{failure.Where}: {MarkdownText.Escape(first.Message)}" : string.Empty,
    ];
}
