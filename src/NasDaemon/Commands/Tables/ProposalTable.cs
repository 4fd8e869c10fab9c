using System.Globalization;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Search;

namespace NasDaemon.Commands.Tables;

/// <summary>How far the candidates of a running task came, one row for each strategy and each number of supporting networks.</summary>
internal static class ProposalTable
{
    private const int FirstFigure = 2;

    private static readonly (string Heading, Func<ProposalCounts, string> Cell)[] Columns =
    [
        ("strategy", counts => counts.Strategy),
        ("n", counts => Text(counts.Supporting)),
        ("attempted", counts => Text(counts.Attempted)),
        ("answered", counts => Text(counts.Answered)),
        ("source", counts => Text(counts.Extracted)),
        ("parsed", counts => Text(counts.Parsed)),
        ("traced", counts => Text(counts.Traced)),
        ("fit", counts => Text(counts.WithinConstraints)),
        ("new", counts => Text(counts.NewSources)),
        ("new graph", counts => Text(counts.NewGraphs)),
        ("trained", counts => Text(counts.Trained)),
        ("finished", counts => Text(counts.Finished)),
        ("mended", counts => Text(counts.Writing is { } writing ? writing.Steps.GetValueOrDefault(WritingStepKind.Mend)?.Networks ?? 0 : null)),
        ("repairs", counts => Repairs(counts.Writing)),
        ("tokens", counts => Text(counts.Writing?.GeneratedTokens)),
        ("seconds", counts => Text((long?)counts.Writing?.Seconds)),
    ];

    /// <summary>Makes the table.</summary>
    /// <param name="counts">The counts.</param>
    /// <returns>The table.</returns>
    public static TextTable Of(IEnumerable<ProposalCounts> counts)
    {
        var table = new TextTable([.. Columns.Select(column => column.Heading)]).AlignRight([.. Enumerable.Range(FirstFigure, Columns.Length - FirstFigure)]);
        foreach (var kind in counts)
        {
            table.Add([.. Columns.Select(column => column.Cell(kind))]);
        }

        return table;
    }

    private static string Repairs(WritingCounts? writing) => writing?.Steps.GetValueOrDefault(WritingStepKind.Repair) is { } repairs
        ? string.Create(CultureInfo.InvariantCulture, $"{repairs.Won} of {repairs.Tried}")
        : string.Empty;

    private static string Text(long? figure) => figure?.ToString("N0", CultureInfo.InvariantCulture) ?? string.Empty;
}
