using System.Globalization;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Search;
using NasDaemon.Reports.Figures;

namespace NasDaemon.Reports.Writing;

/// <summary>How far the networks came that a language model wrote, by what its prompts showed, and who made them right.</summary>
public static class WritingTables
{
    /// <summary>What is told of all the tables together.</summary>
    public const string Remark = "A network is new where no earlier candidate of the task is the same and the prompt did not show it.";

    private const double Thousand = 1000;

    /// <summary>The tables of those candidates that a language model wrote.</summary>
    /// <param name="columns">All candidates.</param>
    /// <returns>The tables; none where no model wrote.</returns>
    public static IEnumerable<WritingTable> Of(IReadOnlyList<WritingColumn> columns)
    {
        var written = columns.Where(column => column.Counts.Writing is not null).ToList();
        if (written.Count == 0)
        {
            return [];
        }

        var kinds = written.ConvertAll(column => column.Counts);
        string[] names = [.. written.Select(column => $"{column.Name}, n = {Figure.Count(column.Counts.Supporting ?? 0)}")];
        return
        [
            new WritingTable(string.Empty, string.Empty, ["Stage", .. names], [.. Funnel(kinds)]),
            new WritingTable(string.Empty, string.Empty, ["What it took", .. names], [.. Costs(kinds)]),
            Help(kinds, names),
            .. Failures(kinds, names),
        ];
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

    private static WritingTable Help(List<ProposalCounts> kinds, string[] names)
    {
        var steps = kinds.SelectMany(kind => kind.Writing!.Steps.Keys).Distinct().Order().ToList();
        return steps.Count == 0
            ? new WritingTable(string.Empty, "Nothing was done to the sources but to read them: every network that runs is as the model wrote it.", [], [])
            : new WritingTable(
                "Who made them right",
                "Of the networks that run. One that was helped in several ways stands in several rows; behind each how often the step was tried, and with success.",
                ["Networks", .. names],
                [
                    Row(kinds, "as the model wrote them", kind => Figure.Count(kind.Writing!.Unaided)),
                    .. steps.Select(step => Row(kinds, WritingSteps.Words(step), kind => Step(kind, step))),
                ]);
    }

    private static IEnumerable<WritingTable> Failures(List<ProposalCounts> kinds, string[] names)
    {
        var classes = kinds.SelectMany(kind => kind.Failures.Keys).Distinct().Order().ToList();
        return classes.Count == 0
            ? []
            :
            [
                new WritingTable(
                    "Where the others failed",
                    string.Empty,
                    ["Class", .. names],
                    [.. classes.Select(failure => Row(kinds, Words.Of<FailureClass>(failure), kind => Figure.Count(kind.Failures.GetValueOrDefault(failure))))]),
            ];
    }

    private static string[] Row(List<ProposalCounts> kinds, string stage, Func<ProposalCounts, string> cell) => [stage, .. kinds.Select(cell)];

    private static string Share(int count, ProposalCounts kind) =>
        kind.Attempted > 0 ? $"{Figure.Count(count)} ({Figure.RoughPercent((double)count / kind.Attempted)})" : Figure.Count(count);

    private static string Ratio(double part, double whole, string format) =>
        whole > 0 ? (part / whole).ToString(format, CultureInfo.InvariantCulture) : "–";

    private static string Step(ProposalCounts kind, WritingStepKind step) => kind.Writing!.Steps.TryGetValue(step, out var counts)
        ? $"{Figure.Count(counts.Networks)} ({Figure.Count(counts.Tried)} tried, {Figure.Count(counts.Won)} won)"
        : "0";
}
