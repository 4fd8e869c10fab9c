using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Reports.Figures;
using NasDaemon.Reports.Html.Markup;
using NasDaemon.Reports.Writing;

namespace NasDaemon.Reports.Html.Sections;

/// <summary>How many proposals reached which stage, what the fingerprints saved, and what failed.</summary>
internal static class FunnelSection
{
    private const int LongestMessage = 400;
    private const double BarWidth = 200;

    /// <summary>Writes it.</summary>
    public static void Write(TaskReport report, DetailSelection details, HtmlWriter html)
    {
        using (html.Section("funnel", "What became of the proposals"))
        {
            html.Paragraph($"Strategy {report.Task.Strategy.Name} in the search space {report.Task.Space.Name}, estimator {report.Task.Estimator.Name}.");
            WriteStages(report, html);
            WriteSavings(report, html);
            foreach (var note in report.Notes)
            {
                html.Paragraph($"Note: {note}");
            }

            WriteFailures(report, details, html);
            WritingParts.Write(html, WritingColumn.Of(report), "A column for each strategy and each number n of supporting networks in the prompt.");
        }
    }

    private static void WriteStages(TaskReport report, HtmlWriter html)
    {
        var funnel = report.Funnel;
        (string Name, int Count)[] stages =
        [
            ("Proposed", funnel.Proposed),
            ("Read as Python", report.Candidates.Count(IsRead)),
            ("Traced: the network runs", funnel.Traced),
            ("Within the constraints", funnel.WithinConstraints),
            ("New", funnel.WithinConstraints - funnel.SourceDuplicates - funnel.GraphDuplicates),
            ("Trained", funnel.Trained),
            ("Trained to the end", funnel.Finished),
        ];
        using (html.Open("ol", ("class", "funnel")))
        {
            foreach (var (name, count) in stages)
            {
                WriteStage(html, name, count, funnel.Proposed);
            }
        }

        html.Paragraph(
            $"Of the trainings {Figure.Count(funnel.Stopped)} were stopped early and {Figure.Count(funnel.Failed)} failed. "
            + $"{Figure.Count(funnel.Dropped, "network")} the estimator dropped or answered without training.");
    }

    private static void WriteStage(HtmlWriter html, string name, int count, int all)
    {
        var share = all > 0 ? Math.Clamp((double)count / all, 0, 1) : 0;
        using (html.Open("li"))
        {
            html.Element("span", name, ("class", "stage"));
            using (html.Open("svg", ("viewBox", "0 0 200 12"), ("preserveAspectRatio", "none"), ("aria-hidden", "true")))
            {
                html.Element("rect", string.Empty, ("width", HtmlWriter.Number(share * BarWidth)), ("height", "12"));
            }

            html.Element("span", $"{Figure.Count(count)} ({Figure.RoughPercent(share)})", ("class", "count"));
        }
    }

    private static void WriteSavings(TaskReport report, HtmlWriter html)
    {
        var funnel = report.Funnel;
        var (bySource, byGraph) = (funnel.SecondsSavedBySource, funnel.SecondsSaved - funnel.SecondsSavedBySource);
        var trained = report.Trials.Where(trial => trial.Trial.Starts > 0).Sum(trial => trial.Seconds());
        html.Element("h3", "What the fingerprints saved");
        html.Table(
            "A network that was trained before is not trained again",
            ["Recognised by", TableColumn.Figures("Trainings saved"), TableColumn.Figures("Training time saved")],
            [
                ["the source without its whitespace", Figure.Count(funnel.SourceDuplicates), Figure.Time(bySource)],
                ["the graph, whatever the source looks like", Figure.Count(funnel.GraphDuplicates), Figure.Time(byGraph)],
            ]);
        if (funnel.SecondsSaved > 0)
        {
            html.Paragraph($"That is {Figure.RoughPercent(funnel.SecondsSaved / (trained + funnel.SecondsSaved))} of what the search would have trained.");
        }
    }

    private static void WriteFailures(TaskReport report, DetailSelection details, HtmlWriter html)
    {
        var failures = FailureExample.Of(report);
        if (failures.Count > 0)
        {
            html.Element("h3", "What failed");
            html.Table(
                "Each class of failure with its first example",
                ["Class", TableColumn.Figures("Times"), "Where", "What it said"],
                failures.Select(failure => (IReadOnlyList<TableCell>)
                [
                    Words.Of(failure.Class),
                    Figure.Count(failure.Count),
                    new TableCell(failure.Where, failure.Candidate is { } number && details.Has(number) ? DetailList.Link(number) : null),
                    failure.First is { } first ? HtmlText.Cut(first.Message, LongestMessage) : string.Empty,
                ]));
        }
    }

    private static bool IsRead(CandidateRecord candidate) => candidate.Architecture is not null
        || (candidate.Failure ?? candidate.Candidate.Refusal)?.Class
            is not (FailureClass.Syntax or FailureClass.Unreadable or FailureClass.NoCode or FailureClass.Truncated or FailureClass.LanguageModel);
}
