using System.Collections.Immutable;
using NasDaemon.Abstractions.Reports;

namespace NasDaemon.Reports.Text.Json.Experiments;

/// <summary>The whole of an experiment's <c>report.json</c>; <c>docs/report-format.md</c> tells what each field means.</summary>
internal sealed record ExperimentDocument(
    string Experiment,
    string Name,
    string Request,
    ExperimentMetric Metric,
    int Trials,
    bool SharesResults,
    ImmutableArray<ArmDocument> Arms,
    ImmutableArray<string> Datasets,
    ImmutableArray<int> Seeds,
    ImmutableArray<ArmSummary> Summaries,
    ImmutableArray<ComparisonDocument> Comparisons,
    ImmutableArray<RunDocument> Runs,
    string EndReason,
    DateTimeOffset Started,
    double Seconds,
    MachineDocument Machine,
    VersionsDocument Versions,
    string Yaml)
{
    public static ExperimentDocument Of(ExperimentReport report) => new(
        report.Id,
        report.Name,
        report.Request,
        report.Design.Metric,
        report.Design.Trials,
        report.Design.SharesResults,
        [.. report.Design.Arms.Select(ArmDocument.Of)],
        report.Design.Datasets,
        report.Design.Seeds,
        report.Summaries,
        [.. report.Comparisons.Select(ComparisonDocument.Of)],
        [.. report.Runs.Select(RunDocument.Of)],
        report.EndReason,
        report.Started,
        report.Seconds,
        MachineDocument.Of(report.Machine),
        VersionsDocument.Of(report.Machine),
        report.Yaml);
}

/// <summary>One of the ways that are compared.</summary>
internal sealed record ArmDocument(string Name, bool IsControl, SortedDictionary<string, string> Settings)
{
    public static ArmDocument Of(ExperimentArm arm)
    {
        var settings = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var setting in arm.Settings)
        {
            settings[setting.Key] = setting.Value;
        }

        return new ArmDocument(arm.Name, arm.IsControl, settings);
    }
}

/// <summary>Two arms against each other.</summary>
internal sealed record ComparisonDocument(
    string First, string Second, string? Dataset, double? Difference, double? T, double? DegreesOfFreedom, double? P, double? CorrectedP, double? EffectSize)
{
    public static ComparisonDocument Of(ArmComparison pair) => new(
        pair.First,
        pair.Second,
        pair.Dataset,
        pair.Difference,
        pair.Test?.T,
        pair.Test?.DegreesOfFreedom,
        pair.Test?.P,
        pair.Test?.CorrectedP,
        pair.EffectSize);
}
