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
    double SecondsSaved)
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
        new SortedDictionary<string, int>(funnel.Failures.ToDictionary(pair => SnakeCase.Of(pair.Key), pair => pair.Value), StringComparer.Ordinal),
        funnel.SecondsSaved);
}
