using System.Collections.Immutable;
using NasDaemon.Abstractions.Reports;

namespace NasDaemon.Reports.Text.Json.Experiments;

/// <summary>The whole of an experiment's <c>report.json</c>; <c>docs/report-format.md</c> tells what each field means.</summary>
/// <param name="Experiment">The experiment's id, which names its folder in the outbox.</param>
/// <param name="Name">Its name.</param>
/// <param name="Request">Its free text; empty where none was given.</param>
/// <param name="Metric">What decides between arms.</param>
/// <param name="Trials">How many trainings each run may begin.</param>
/// <param name="SharesResults">Whether a run may take over a result that another has for the same network, recipe and seed.</param>
/// <param name="Arms">What is compared.</param>
/// <param name="Datasets">The data sets.</param>
/// <param name="Seeds">The seeds.</param>
/// <param name="Summaries">Each metric of each arm, for each data set and balanced over all.</param>
/// <param name="Comparisons">Each pair of arms, for each data set and balanced over all.</param>
/// <param name="Runs">What came of each run.</param>
/// <param name="EndReason">Why it ended, in a sentence.</param>
/// <param name="Started">When it began.</param>
/// <param name="Seconds">How long it was worked on.</param>
/// <param name="Machine">What it ran on.</param>
/// <param name="Versions">The versions of what took part, and of this format.</param>
/// <param name="Yaml">The YAML as it was dropped.</param>
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
/// <param name="Name">Its name.</param>
/// <param name="IsControl">Whether the daemon added it, to compare with random search.</param>
/// <param name="Settings">What sets it apart, by key.</param>
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
/// <param name="First">The first arm.</param>
/// <param name="Second">The second arm.</param>
/// <param name="Dataset">The data set; null where all are balanced.</param>
/// <param name="Difference">The first's mean less the second's.</param>
/// <param name="T">Welch's t; null where nothing could be tested.</param>
/// <param name="DegreesOfFreedom">By Welch and Satterthwaite.</param>
/// <param name="P">How likely such a difference is by chance.</param>
/// <param name="CorrectedP">The same, corrected by Holm for the number of pairs.</param>
/// <param name="EffectSize">Cohen's d.</param>
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
