using NasDaemon.Abstractions.Reports;

namespace NasDaemon.Reports.Text.Json;

/// <summary>How far the candidates of one strategy and one number of supporting networks came.</summary>
internal sealed record ProposalsDocument(
    string Strategy,
    int? Supporting,
    int Attempted,
    int Answered,
    int Extracted,
    int Parsed,
    int Traced,
    int WithinConstraints,
    int NewSources,
    int NewGraphs,
    int Trained,
    int Finished,
    SortedDictionary<string, int> Failures,
    double TrainingSeconds,
    WritingCountsDocument? Writing)
{
    public static ProposalsDocument Of(ProposalCounts counts) => new(
        counts.Strategy,
        counts.Supporting,
        counts.Attempted,
        counts.Answered,
        counts.Extracted,
        counts.Parsed,
        counts.Traced,
        counts.WithinConstraints,
        counts.NewSources,
        counts.NewGraphs,
        counts.Trained,
        counts.Finished,
        SnakeCase.Keys(counts.Failures),
        counts.TrainingSeconds,
        counts.Writing is { } writing ? WritingCountsDocument.Of(writing) : null);
}

/// <summary>What writing them took.</summary>
internal sealed record WritingCountsDocument(
    long PromptTokens,
    long ReusedTokens,
    long GeneratedTokens,
    long DiscardedTokens,
    double Seconds,
    int Unaided,
    SortedDictionary<string, StepCounts> Steps)
{
    public static WritingCountsDocument Of(WritingCounts writing) => new(
        writing.PromptTokens,
        writing.ReusedTokens,
        writing.GeneratedTokens,
        writing.DiscardedTokens,
        writing.Seconds,
        writing.Unaided,
        SnakeCase.Keys(writing.Steps));
}
