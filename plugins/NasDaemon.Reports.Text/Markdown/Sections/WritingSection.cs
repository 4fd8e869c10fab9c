using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Search;
using NasDaemon.Reports.Text.Figures;

namespace NasDaemon.Reports.Text.Markdown.Sections;

/// <summary>How far the networks came that a language model wrote, by what its prompts showed, and who made them right.</summary>
internal static class WritingSection
{
    private const double Thousand = 1000;

    /// <summary>Of a task: a column for each strategy and each number of supporting networks.</summary>
    public static void Write(TaskReport report, MarkdownPage page) => Write(
        [.. report.Funnel.Proposals.Select(kind => (kind.Strategy, kind))],
        "A column for each strategy and each number n of supporting networks in the prompt.",
        page);

    /// <summary>Of any candidates that a language model wrote; others are left out.</summary>
    /// <param name="columns">The counts under what the columns are called.</param>
    /// <param name="what">What the columns are.</param>
    /// <param name="page">The page.</param>
    public static void Write(IReadOnlyList<(string Name, ProposalCounts Counts)> columns, string what, MarkdownPage page)
    {
        var written = columns.Where(column => column.Counts.Writing is not null).ToList();
        if (written.Count == 0)
        {
            return;
        }

        page.Heading(2, "What the language model wrote");
        page.Block(what + " A network is new where no earlier candidate of the task is the same and the prompt did not show it.");
        var kinds = written.ConvertAll(column => column.Counts);
        string[] head = ["Stage", .. written.Select(column => $">{MarkdownText.Escape(column.Name)}, n = {Figure.Count(column.Counts.Supporting ?? 0)}")];
        page.Table(head, Funnel(kinds));
        head[0] = "What it took";
        page.Table(head, Costs(kinds));
        WriteHelp(kinds, head, page);
        WriteFailures(kinds, head, page);
    }

    private static IEnumerable<string[]> Funnel(List<ProposalCounts> kinds) =>
    [
        Row(kinds, "Attempted", kind => Figure.Count(kind.Attempted)),
        Row(kinds, "Answered", kind => Share(kind.Answered, kind)),
        Row(kinds, "Held a source", kind => Share(kind.Extracted, kind)),
        Row(kinds, "Valid Python", kind => Share(kind.Parsed, kind)),
        Row(kinds, "Run", kind => Share(kind.Traced, kind)),
        Row(kinds, "Within the constraints", kind => Share(kind.WithinConstraints, kind)),
        Row(kinds, "New by source", kind => Share(kind.NewSources, kind)),
        Row(kinds, "New by graph", kind => Share(kind.NewGraphs, kind)),
        Row(kinds, "Trained", kind => Share(kind.Trained, kind)),
        Row(kinds, "Trained to the end", kind => Share(kind.Finished, kind)),
    ];

    private static IEnumerable<string[]> Costs(List<ProposalCounts> kinds) =>
    [
        Row(kinds, "Tokens of prompts", kind => Figure.Count(kind.Writing!.PromptTokens)),
        Row(kinds, "– of them decoded before", kind => Figure.Count(kind.Writing!.ReusedTokens)),
        Row(kinds, "Tokens generated", kind => Figure.Count(kind.Writing!.GeneratedTokens)),
        Row(kinds, "– of them thrown away", kind => Figure.Count(kind.Writing!.DiscardedTokens)),
        Row(kinds, "Tokens generated for a candidate", kind => Ratio(kind.Writing!.GeneratedTokens, kind.Attempted, "0")),
        Row(kinds, "New networks for 1,000 tokens", kind => Ratio(kind.NewGraphs * Thousand, kind.Writing!.GeneratedTokens, "0.00")),
        Row(kinds, "Time of writing", kind => Figure.Time(kind.Writing!.Seconds)),
        Row(kinds, "Time of training", kind => Figure.Time(kind.TrainingSeconds)),
    ];

    private static void WriteHelp(List<ProposalCounts> kinds, string[] head, MarkdownPage page)
    {
        var steps = kinds.SelectMany(kind => kind.Writing!.Steps.Keys).Distinct().Order().ToList();
        if (steps.Count == 0)
        {
            page.Block("Nothing was done to the sources but to read them: every network that runs is as the model wrote it.");
            return;
        }

        page.Heading(3, "Who made them right");
        page.Block("Of the networks that run. One that was helped in several ways stands in several rows; behind each how often the step was tried, and with success.");
        page.Table(
            ["Networks", .. head.Skip(1)],
            [
                Row(kinds, "as the model wrote them", kind => Figure.Count(kind.Writing!.Unaided)),
                .. steps.Select(step => Row(kinds, WritingSteps.Words(step), kind => Step(kind, step))),
            ]);
    }

    private static void WriteFailures(List<ProposalCounts> kinds, string[] head, MarkdownPage page)
    {
        var classes = kinds.SelectMany(kind => kind.Failures.Keys).Distinct().Order().ToList();
        if (classes.Count > 0)
        {
            page.Heading(3, "Where the others failed");
            page.Table(["Class", .. head.Skip(1)], classes.Select(failure => Row(kinds, Words.Of<FailureClass>(failure), kind => Figure.Count(kind.Failures.GetValueOrDefault(failure)))));
        }
    }

    private static string[] Row(List<ProposalCounts> kinds, string stage, Func<ProposalCounts, string> cell) => [stage, .. kinds.Select(cell)];

    private static string Share(int count, ProposalCounts kind) =>
        kind.Attempted > 0 ? $"{Figure.Count(count)} ({Figure.RoughPercent((double)count / kind.Attempted)})" : Figure.Count(count);

    private static string Ratio(double part, double whole, string format) =>
        whole > 0 ? (part / whole).ToString(format, System.Globalization.CultureInfo.InvariantCulture) : "–";

    private static string Step(ProposalCounts kind, WritingStepKind step) => kind.Writing!.Steps.TryGetValue(step, out var counts)
        ? $"{Figure.Count(counts.Networks)} ({Figure.Count(counts.Tried)} tried, {Figure.Count(counts.Won)} won)"
        : "0";
}
