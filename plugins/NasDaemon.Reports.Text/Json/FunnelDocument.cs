using System.Collections.Immutable;
using NasDaemon.Abstractions.Reports;

namespace NasDaemon.Reports.Text.Json;

/// <summary>How many candidates reached which stage.</summary>
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
