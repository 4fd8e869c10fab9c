using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Reports.Settings;

namespace NasDaemon.Reports.Text.Json;

/// <summary>The whole of <c>report.json</c>; <c>docs/report-format.md</c> tells what each field means.</summary>
internal sealed record ReportDocument(
    string Task,
    string Name,
    string Request,
    int Seed,
    BestDocument? Best,
    ImmutableArray<FinalistDocument> Finalists,
    ImmutableArray<FailedFinalDocument> FailedFinals,
    FunnelDocument Funnel,
    ImmutableArray<TrialDocument> Trials,
    ImmutableArray<CandidateDocument> Untrained,
    string EndReason,
    ImmutableArray<string> Notes,
    DateTimeOffset Started,
    double Seconds,
    MachineDocument Machine,
    VersionsDocument Versions,
    JsonObject Settings,
    string Yaml,
    TableReport? Table)
{
    public static ReportDocument Of(TaskReport report) => new(
        report.Id,
        report.Task.Name,
        report.Task.Request,
        report.Task.Seed,
        report.Best is { } best ? BestDocument.Of(best) : null,
        [.. report.Finalists.Select((finalist, index) => FinalistDocument.Of(finalist, index + 1))],
        [.. report.FailedFinals.Select(FailedFinalDocument.Of)],
        FunnelDocument.Of(report.Funnel),
        [.. report.Trials.Select(TrialDocument.Of)],
        [.. report.Candidates.Where(candidate => candidate.State != CandidateState.Trial).Select(CandidateDocument.Of)],
        report.EndReason,
        report.Notes,
        report.Started,
        report.Seconds,
        MachineDocument.Of(report.Machine),
        VersionsDocument.Of(report.Machine),
        TaskSettings.Of(report.Task),
        report.Yaml,
        report.Table);
}
