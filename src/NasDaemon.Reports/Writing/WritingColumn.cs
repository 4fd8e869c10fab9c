using NasDaemon.Abstractions.Reports;

namespace NasDaemon.Reports.Writing;

/// <summary>Candidates of one kind, as a column of the tables about what a language model wrote.</summary>
/// <param name="Name">What the column is called.</param>
/// <param name="Counts">How far the candidates came.</param>
public sealed record WritingColumn(string Name, ProposalCounts Counts)
{
    /// <summary>Of a task: each strategy and each number of supporting networks.</summary>
    /// <param name="report">The task.</param>
    /// <returns>The columns.</returns>
    public static IReadOnlyList<WritingColumn> Of(TaskReport report) => [.. report.Funnel.Proposals.Select(kind => new WritingColumn(kind.Strategy, kind))];

    /// <summary>Of an experiment, over all its runs: each arm, each of its strategies where it mixes several, and each number of supporting networks.</summary>
    /// <param name="report">The experiment.</param>
    /// <returns>The columns.</returns>
    public static IReadOnlyList<WritingColumn> Of(ExperimentReport report)
    {
        var kinds = report.Runs
            .SelectMany(run => run.Proposals.Select(counts => (run.Arm, Counts: counts)))
            .GroupBy(written => (written.Arm, written.Counts.Strategy, written.Counts.Supporting), written => written.Counts)
            .ToList();
        var strategies = kinds.Select(kind => (kind.Key.Arm, kind.Key.Strategy)).Distinct().CountBy(pair => pair.Arm).ToDictionary();
        return kinds.ConvertAll(kind => new WritingColumn(strategies[kind.Key.Arm] > 1 ? $"{kind.Key.Arm}: {kind.Key.Strategy}" : kind.Key.Arm, kind.Aggregate(ProposalSum.Of)));
    }
}
