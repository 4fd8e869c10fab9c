using System.Collections.Immutable;
using NasDaemon.Abstractions.Reports;

namespace NasDaemon.Reports.Figures;

/// <summary>The pairs of arms that a report sets against each other in one place.</summary>
/// <param name="Dataset">The data set; null where all are balanced.</param>
/// <param name="Pairs">The pairs.</param>
/// <param name="OnlyAgainst">The control, where the pairs without it are left out; else null.</param>
public sealed record ComparisonTable(string? Dataset, ImmutableArray<ArmComparison> Pairs, string? OnlyAgainst)
{
    /// <summary>
    /// The tables of an experiment: all pairs, or where nothing could be tested only those with the control. Of sixteen arms with one seed
    /// there would be 120 rows that say no more than the means.
    /// </summary>
    /// <param name="report">The experiment.</param>
    /// <returns>The balanced figures, and where there are several data sets, each.</returns>
    public static IEnumerable<ComparisonTable> Of(ExperimentReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var control = report.Design.Arms.FirstOrDefault(arm => arm.IsControl)?.Name;
        return report.Comparisons
            .GroupBy(pair => pair.Dataset)
            .Where(place => place.Key is null || report.Design.Datasets.Length > 1)
            .Select(place => Of(place.Key, [.. place], control));
    }

    private static ComparisonTable Of(string? dataset, ImmutableArray<ArmComparison> pairs, string? control)
    {
        ImmutableArray<ArmComparison> withControl = [.. pairs.Where(pair => pair.First == control || pair.Second == control)];
        return withControl.IsEmpty || withControl.Length == pairs.Length || pairs.Any(pair => pair.Test is not null)
            ? new ComparisonTable(dataset, pairs, OnlyAgainst: null)
            : new ComparisonTable(dataset, withControl, control);
    }
}
