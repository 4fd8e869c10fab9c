using NasDaemon.Abstractions.Reports;

namespace NasDaemon.Reports.Figures;

/// <summary>Which arm of an experiment is ahead, and whether that may be chance.</summary>
/// <param name="Best">The mean of the arm that is ahead; null where no arm has one.</param>
/// <param name="Next">The arm that comes next; null where there is none.</param>
/// <param name="Test">The test of the difference between the two; null where there was nothing to test it by.</param>
public sealed record ExperimentVerdict(ArmSummary? Best, string? Next, ComparisonTest? Test)
{
    private const double Significance = 0.05;

    /// <summary>Judges by the experiment's metric, balanced over the data sets.</summary>
    /// <param name="report">The experiment.</param>
    /// <returns>The verdict.</returns>
    public static ExperimentVerdict Of(ExperimentReport report)
    {
        var metric = report.Design.Metric;
        var ranked = report.Summaries.Where(summary => summary.Dataset is null && summary.Metric == metric && summary.Mean is not null)
            .OrderBy(summary => metric == ExperimentMetric.Regret ? summary.Mean : -summary.Mean)
            .ToList();
        return ranked switch
        {
            [] => new ExperimentVerdict(null, null, null),
            [var only] => new ExperimentVerdict(only, null, null),
            [var best, var next, ..] => new ExperimentVerdict(best, next.Arm, Pair(report, best.Arm, next.Arm)?.Test),
        };
    }

    /// <summary>Whether the lead may be chance.</summary>
    /// <param name="write">Writes the name of an arm.</param>
    /// <returns>A sentence.</returns>
    public string Certainty(Func<string, string> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (Next is null)
        {
            return "There is no other arm with a result to compare it with.";
        }

        var next = write(Next);
        return Test switch
        {
            null => $"Whether it is better than {next}, the next, cannot be tested: there are too few seeds, or their figures do not differ.",
            { CorrectedP: < Significance } test => $"That it is better than {next}, the next, is hardly chance ({ExperimentWords.Statement(test.CorrectedP)}, corrected).",
            { } test => $"Its lead over {next}, the next, may well be chance ({ExperimentWords.Statement(test.CorrectedP)}, corrected).",
        };
    }

    private static ArmComparison? Pair(ExperimentReport report, string one, string other) => report.Comparisons
        .FirstOrDefault(pair => pair.Dataset is null && ((pair.First, pair.Second) == (one, other) || (pair.First, pair.Second) == (other, one)));
}
