using System.Collections.Immutable;
using NasDaemon.Abstractions.Reports;

namespace NasDaemon.Reports.Text.Json;

/// <summary>How many candidates reached which stage.</summary>
/// <param name="Proposed">Candidates that the strategy proposed.</param>
/// <param name="Traced">Of those, read and traced without failure.</param>
/// <param name="WithinConstraints">Of those, within the task's constraints.</param>
/// <param name="SourceDuplicates">Recognised as trained before by the source's fingerprint.</param>
/// <param name="GraphDuplicates">Recognised as trained before by the graph's fingerprint.</param>
/// <param name="Dropped">Dropped or answered by the estimator without training.</param>
/// <param name="Trained">Trainings begun.</param>
/// <param name="Finished">Of those, trained to the end.</param>
/// <param name="Stopped">Of those, ended early by the estimator.</param>
/// <param name="Failed">Of those, failed.</param>
/// <param name="Failures">How often each class of failure occurred, tracing and search trainings together.</param>
/// <param name="SecondsSaved">Training time that reused results saved.</param>
/// <param name="SecondsSavedBySource">How much of it the source's fingerprint saved; the rest is the graph's.</param>
/// <param name="Proposals">How far the candidates came, an entry for each strategy and number of supporting networks.</param>
internal sealed record FunnelDocument(
    int Proposed,
    int Traced,
    int WithinConstraints,
    int SourceDuplicates,
    int GraphDuplicates,
    int Dropped,
    int Trained,
    int Finished,
    int Stopped,
    int Failed,
    SortedDictionary<string, int> Failures,
    double SecondsSaved,
    double SecondsSavedBySource,
    ImmutableArray<ProposalsDocument> Proposals)
{
    public static FunnelDocument Of(FunnelReport funnel) => new(
        funnel.Proposed,
        funnel.Traced,
        funnel.WithinConstraints,
        funnel.SourceDuplicates,
        funnel.GraphDuplicates,
        funnel.Dropped,
        funnel.Trained,
        funnel.Finished,
        funnel.Stopped,
        funnel.Failed,
        SnakeCase.Keys(funnel.Failures),
        funnel.SecondsSaved,
        funnel.SecondsSavedBySource,
        [.. funnel.Proposals.Select(ProposalsDocument.Of)]);
}
