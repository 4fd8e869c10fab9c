using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Reports.Figures;
using NasDaemon.Reports.Html.Markup;

namespace NasDaemon.Reports.Html.Sections;

/// <summary>Every trial, and every candidate that had none, in a table that sorts and filters; behind its links the details.</summary>
internal static class TrialsSection
{
    /// <summary>A table of more rows is slow to open; what is left out stands in <c>report.json</c>.</summary>
    public const int MostRows = 12_000;

    private const string TableId = "trials-table";
    private const int LongestCell = 160;

    private static readonly TableColumn[] Columns =
    [
        TableColumn.Figures("Candidate"), "State", TableColumn.Figures("Trial"), TableColumn.Figures("Validation accuracy"), TableColumn.Figures("Loss"),
        TableColumn.Figures("Epochs"), TableColumn.Figures("Time"), TableColumn.Figures("Parameters"), TableColumn.Figures("FLOPs"), "Strategy", "Made from", "What failed",
    ];

    /// <summary>Writes it.</summary>
    public static void Write(TaskReport report, DetailSelection details, HtmlWriter html)
    {
        using (html.Section("trials", "Every trial"))
        {
            var trained = report.Trials.Select(trial => trial.Trial.Candidate).ToHashSet();
            var untrained = report.Candidates.Where(candidate => !trained.Contains(candidate.Number)).ToList();
            var room = Math.Max(MostRows - report.Trials.Length, 0);
            html.Paragraph(
                $"{Figure.Count(report.Trials.Length, "trial")} and {Figure.Count(untrained.Count, "candidate")} without one. "
                + (details.IsWhole
                    ? "Each number leads to source, learning curve or failure, and origin."
                    : $"So that this page still opens, {Figure.Count(details.Count, "candidate")} of {Figure.Count(report.Candidates.Length)} are told in full behind their numbers: the finalists, "
                        + "examples of each failure, and the best of the others. All of them stand in full in report.json."));
            if (untrained.Count > room || report.Trials.Length > MostRows)
            {
                html.Paragraph($"The table ends after {Figure.Count(MostRows)} rows; trials.csv and report.json have them all.");
            }

            WriteControls(
                [.. report.Trials.Select(trial => trial.State()).Concat(untrained.Select(candidate => Words.Of(candidate.State))).Distinct().Order(StringComparer.Ordinal)], html);
            html.Table(
                "Trials by number, then candidates without one",
                Columns,
                report.Trials.Take(MostRows).Select(trial => Row(trial, details)).Concat(untrained.Take(room).Select(candidate => Row(candidate, details))),
                TableId);
            DetailList.Write(report, details, html);
        }
    }

    private static void WriteControls(IReadOnlyList<string> states, HtmlWriter html)
    {
        using (html.Open("div", ("class", "controls"), ("id", TableId + "-controls"), ("hidden", string.Empty)))
        {
            using (html.Open("div"))
            {
                html.Element("label", "Rows with these words", ("for", TableId + "-words"));
                html.Single("input", ("type", "search"), ("id", TableId + "-words"), ("autocomplete", "off"));
            }

            using (html.Open("div"))
            {
                html.Element("label", "State", ("for", TableId + "-state"));
                using (html.Open("select", ("id", TableId + "-state")))
                {
                    html.Element("option", "all", ("value", string.Empty));
                    foreach (var state in states)
                    {
                        html.Element("option", state, ("value", state));
                    }
                }
            }

            html.Element("output", string.Empty, ("aria-live", "polite"));
        }
    }

    private static IReadOnlyList<TableCell> Row(TrialReport trial, DetailSelection details) =>
    [
        Number(trial.Trial.Candidate, details),
        trial.State(),
        Count(trial.Trial.Key.Number),
        new TableCell(Figure.Percent(trial.Trial.Score?.ValidationAccuracy), Value: trial.Trial.Score?.ValidationAccuracy),
        new TableCell(Figure.Number(trial.Trial.Score?.ValidationLoss), Value: Finite(trial.Trial.Score?.ValidationLoss)),
        Count(trial.Epochs()),
        new TableCell(Figure.Time(trial.Seconds()), Value: Finite(trial.Seconds())),
        trial.Parameters() is { } parameters ? Count(parameters) : string.Empty,
        trial.Flops() is { } flops ? new TableCell(Figure.Scaled(flops), Value: flops) : string.Empty,
        trial.Candidate.Candidate.Origin.Strategy,
        OriginWords.MadeFrom(trial.Candidate.Candidate.Origin),
        Why(trial.Trial.Failure),
    ];

    private static IReadOnlyList<TableCell> Row(CandidateRecord candidate, DetailSelection details) =>
    [
        Number(candidate.Number, details),
        Words.Of(candidate.State),
        string.Empty,
        string.Empty,
        string.Empty,
        string.Empty,
        string.Empty,
        candidate.Architecture is { } network ? Count(network.ParameterCount) : string.Empty,
        candidate.Architecture is { } costly ? new TableCell(Figure.Scaled(costly.Flops), Value: costly.Flops) : string.Empty,
        candidate.Candidate.Origin.Strategy,
        OriginWords.MadeFrom(candidate.Candidate.Origin),
        Why(candidate.Failure ?? candidate.Candidate.Refusal),
    ];

    private static TableCell Number(int candidate, DetailSelection details) =>
        new(Figure.Count(candidate), details.Has(candidate) ? DetailList.Link(candidate) : null, candidate);

    private static TableCell Count(long value) => new(Figure.Count(value), Value: value);

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;

    private static TableCell Why(Failure? failure) =>
        failure is null ? string.Empty : HtmlText.Cut($"{Words.Of(failure.Class)}: {failure.Message}", LongestCell);
}
