using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Reports.Settings;

namespace NasDaemon.Reports.Text.Json;

/// <summary>The whole of <c>report.json</c>; <c>docs/report-format.md</c> tells what each field means.</summary>
/// <param name="Task">The task's id, which names its folder in the outbox.</param>
/// <param name="Name">Its name.</param>
/// <param name="Request">Its free text; empty where none was given.</param>
/// <param name="Seed">The seed of everything that is drawn at random: splits, proposals, sampling of a language model, first weights.</param>
/// <param name="Best">The answer; null where no network came out.</param>
/// <param name="Finalists">The networks that were trained in full, in the order of the search.</param>
/// <param name="FailedFinals">Final trainings that failed.</param>
/// <param name="Funnel">How many candidates reached which stage.</param>
/// <param name="Trials">Every search trial.</param>
/// <param name="Untrained">Every candidate that was not trained.</param>
/// <param name="EndReason">Why the search ended, in a sentence.</param>
/// <param name="Notes">What the strategy and the daemon had to say of its course.</param>
/// <param name="Started">When it began.</param>
/// <param name="Seconds">How long it was worked on.</param>
/// <param name="Machine">What it ran on.</param>
/// <param name="Versions">The versions of what took part, and of this format.</param>
/// <param name="Settings">The task with every default filled in; a task file itself.</param>
/// <param name="Yaml">The task file as it was dropped.</param>
/// <param name="Table">How the search compares with the table that answered its trainings; null where networks were trained.</param>
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
