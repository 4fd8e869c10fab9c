using System.Globalization;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Search;
using NasDaemon.Commands.Output;

namespace NasDaemon.Commands.Tables;

/// <summary>
/// How far the candidates of a running task came: a row a stage, a column for each strategy and each number of supporting networks, since the
/// other way round it is wider than a terminal.
/// </summary>
internal static class ProposalTable
{
    private static readonly (string Heading, Func<ProposalCounts, string> Cell)[] Rows =
    [
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
        var kinds = counts.ToList();
        var table = new TextTable(["networks", .. kinds.Select(Heading)]).AlignRight([.. Enumerable.Range(1, kinds.Count)]);
        foreach (var (heading, cell) in Rows)
        {
            table.Add([heading, .. kinds.Select(cell)]);
        }

        return table;
    }

    private static string Heading(ProposalCounts counts) =>
        PlainText.Of(counts.Supporting is { } supporting ? string.Create(CultureInfo.InvariantCulture, $"{counts.Strategy}, n = {supporting}") : counts.Strategy);

    private static string Repairs(WritingCounts? writing) => writing?.Steps.GetValueOrDefault(WritingStepKind.Repair) is { } repairs
        ? string.Create(CultureInfo.InvariantCulture, $"{repairs.Won} of {repairs.Tried}")
        : string.Empty;

    private static string Text(long? figure) => figure?.ToString("N0", CultureInfo.InvariantCulture) ?? string.Empty;
}
