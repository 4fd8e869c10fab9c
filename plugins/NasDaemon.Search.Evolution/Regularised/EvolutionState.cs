using System.Collections.Immutable;
using NasDaemon.Abstractions.Search;
using NasDaemon.Search.Evolution.Progress;

namespace NasDaemon.Search.Evolution.Regularised;

/// <summary>All that regularised evolution remembers.</summary>
/// <param name="Progress">What was proposed and seen.</param>
/// <param name="Population">The networks that are alive, the oldest first.</param>
internal sealed record EvolutionState(SearchProgress Progress, ImmutableArray<Individual> Population)
{
    /// <summary>The beginning of a search.</summary>
    public static EvolutionState Start { get; } = new(SearchProgress.Start, []);

    /// <summary>Takes in an outcome: what has a result is born, and the oldest dies once there are too many.</summary>
    /// <param name="observation">The candidate and its outcome.</param>
    /// <param name="capacity">How many may be alive.</param>
    /// <returns>The state then.</returns>
    public EvolutionState Observe(Observation observation, int capacity)
    {
        var progress = Progress.Observe(observation.Outcome);
        if (Result(observation.Outcome) is not { } result || observation.Candidate.Origin is not SpaceOrigin origin)
        {
            return this with { Progress = progress };
        }

        var population = Population.Add(new Individual(observation.Number, result.ValidationAccuracy, origin.Answers));
        return new EvolutionState(progress, population.Length > capacity ? population.RemoveAt(0) : population);
    }

    private static TrialScore? Result(Outcome outcome) => outcome switch
    {
        TrainedOutcome trained => trained.Result,
        DuplicateOutcome duplicate => duplicate.Result,
        _ => null,
    };
}
