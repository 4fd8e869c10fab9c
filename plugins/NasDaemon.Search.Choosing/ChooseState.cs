using System.Collections.Immutable;
using NasDaemon.Abstractions.Search;

namespace NasDaemon.Search.Choosing;

/// <summary>All that the strategy remembers.</summary>
/// <param name="Proposed">Candidates proposed so far.</param>
/// <param name="Observed">Candidates whose outcome is known.</param>
/// <param name="Population">The networks that are alive as parents, the oldest first.</param>
/// <param name="Best">The best networks ever, the best last: what the model is shown.</param>
/// <param name="Tally">What the model's answers were like.</param>
internal sealed record ChooseState(int Proposed, int Observed, ImmutableArray<KnownNetwork> Population, ImmutableArray<KnownNetwork> Best, AnswerTally Tally)
{
    /// <summary>The beginning of a search.</summary>
    public static ChooseState Start { get; } = new(0, 0, [], [], AnswerTally.None);

    /// <summary>Takes in an outcome: what has a result may become a parent, and the oldest leaves once there are too many.</summary>
    /// <param name="observation">The candidate and its outcome.</param>
    /// <param name="options">How many are kept.</param>
    /// <returns>The state then.</returns>
    public ChooseState Observe(Observation observation, ChooseOptions options)
    {
        var repeats = observation.Outcome is DuplicateOutcome { Of: not null } ? 1 : 0;
        var state = this with { Observed = Observed + 1, Tally = Tally with { Repeats = Tally.Repeats + repeats } };
        if (Result(observation.Outcome) is not { } result || observation.Candidate.Origin is not SpaceOrigin origin)
        {
            return state;
        }

        var network = new KnownNetwork(observation.Number, result.ValidationAccuracy, origin.Answers);
        var population = Population.Add(network);
        return state with
        {
            Population = population.Length > options.Population ? population.RemoveAt(0) : population,
            Best = repeats > 0 ? Best : [.. Best.Add(network).OrderBy(known => known.Accuracy).TakeLast(options.Shown)],
        };
    }

    private static TrialScore? Result(Outcome outcome) => outcome switch
    {
        TrainedOutcome trained => trained.Result,
        DuplicateOutcome duplicate => duplicate.Result,
        _ => null,
    };
}
