using NasDaemon.Abstractions.Reports;

namespace NasDaemon.Reports.Text.Json;

/// <summary>How far the candidates of one strategy and one number of supporting networks came.</summary>
/// <param name="Strategy">The strategy that proposed them.</param>
/// <param name="Supporting">How many supporting networks the prompts showed; null where no language model wrote.</param>
/// <param name="Attempted">Asked for.</param>
/// <param name="Answered">The model gave an answer.</param>
/// <param name="Extracted">The answer held a source.</param>
/// <param name="Parsed">The source is valid Python.</param>
/// <param name="Traced">The network runs.</param>
/// <param name="WithinConstraints">It keeps to the task's constraints.</param>
/// <param name="NewSources">No earlier candidate has the same source but for whitespace, nor has the prompt shown it.</param>
/// <param name="NewGraphs">No earlier candidate is the same network.</param>
/// <param name="Trained">Trainings begun.</param>
/// <param name="Finished">Trained to the end of the recipe.</param>
/// <param name="Failures">How often each class of failure occurred.</param>
/// <param name="TrainingSeconds">How long their trainings took.</param>
/// <param name="Writing">What writing them took; null where no language model did.</param>
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
/// <param name="PromptTokens">Tokens of the prompts.</param>
/// <param name="ReusedTokens">Of those, not decoded again.</param>
/// <param name="GeneratedTokens">Tokens of the answers, those thrown away among them.</param>
/// <param name="DiscardedTokens">Of those, thrown away.</param>
/// <param name="Seconds">How long the model worked.</param>
/// <param name="Unaided">Networks that run as the model wrote them.</param>
/// <param name="Steps">What else was done to the sources, by kind.</param>
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
