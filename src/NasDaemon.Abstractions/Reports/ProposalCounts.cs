using System.Collections.Immutable;
using NasDaemon.Abstractions.Failures;

namespace NasDaemon.Abstractions.Reports;

/// <summary>
/// How far the candidates of one kind came. Of one kind are those of one strategy whose prompts showed the same number of supporting
/// networks. Each stage counts what passed it and all before it, but for the last two: what is trained need not be new.
/// </summary>
/// <param name="Strategy">The strategy that proposed them.</param>
/// <param name="Supporting">How many supporting networks the prompts showed; null where no language model wrote them.</param>
/// <param name="Attempted">Asked for.</param>
/// <param name="Answered">The model gave an answer.</param>
/// <param name="Extracted">The answer held a source.</param>
/// <param name="Parsed">The source is valid Python.</param>
/// <param name="Traced">The network runs.</param>
/// <param name="WithinConstraints">It keeps to the task's constraints.</param>
/// <param name="NewSources">No earlier candidate of the task has the same source but for whitespace, nor has the prompt shown it.</param>
/// <param name="NewGraphs">No earlier candidate of the task is the same network.</param>
/// <param name="Trained">Trainings begun.</param>
/// <param name="Finished">Trained to the end of the recipe.</param>
public sealed record ProposalCounts(
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
    int Finished)
{
    /// <summary>How often each class of failure occurred, of candidates and of their trainings.</summary>
    public ImmutableSortedDictionary<FailureClass, int> Failures { get; init; } = ImmutableSortedDictionary<FailureClass, int>.Empty;

    /// <summary>How long their trainings took.</summary>
    public double TrainingSeconds { get; init; }

    /// <summary>What writing them took; null where no language model did.</summary>
    public WritingCounts? Writing { get; init; }
}
