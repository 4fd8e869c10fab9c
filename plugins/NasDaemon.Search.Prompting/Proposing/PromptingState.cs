using System.Collections.Immutable;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Search;
using NasDaemon.Search.Prompting.Memory;
using NasDaemon.Search.Prompting.Mixing;
using NasDaemon.Search.Prompting.Temperature;

namespace NasDaemon.Search.Prompting.Proposing;

/// <summary>All that a strategy that prompts remembers.</summary>
/// <param name="Proposed">Candidates proposed so far.</param>
/// <param name="Trained">How many of them were trained.</param>
/// <param name="Fruitless">How many outcomes in a row brought no training.</param>
/// <param name="ModelFailures">How many proposals in a row the model failed to answer.</param>
/// <param name="LastModelFailure">Why, the last time; empty where it never did.</param>
/// <param name="Best">The best validation accuracy; null where nothing was trained.</param>
/// <param name="Repeats">How the model repeats itself.</param>
/// <param name="Hottest">The highest temperature so far.</param>
/// <param name="Supporting">What each number of supporting networks has brought.</param>
/// <param name="Attempts">The last attempts, the oldest first.</param>
/// <param name="Omissions">How many prompts had to leave something out.</param>
internal sealed record PromptingState(
    int Proposed,
    int Trained,
    int Fruitless,
    int ModelFailures,
    string LastModelFailure,
    double? Best,
    RepeatWatch Repeats,
    double Hottest,
    Bandit Supporting,
    ImmutableArray<Attempt> Attempts,
    int Omissions)
{
    /// <summary>Whether the model could not be steered although that was asked for.</summary>
    public bool LacksSteering { get; init; }

    /// <summary>The beginning of a search.</summary>
    public static PromptingState Start { get; } = new(0, 0, 0, 0, string.Empty, null, RepeatWatch.Start, 0, SupportingChoice.Start, [], 0);

    /// <summary>Takes in what became of a candidate.</summary>
    /// <param name="observation">The candidate and its outcome.</param>
    /// <param name="memory">How many attempts are kept.</param>
    /// <returns>The state then.</returns>
    public PromptingState Observe(Observation observation, int memory)
    {
        var (candidate, outcome) = (observation.Candidate, observation.Outcome);
        var isTraining = outcome is TrainedOutcome or FailedOutcome;
        if (candidate.Origin is not PromptOrigin { Model.Length: > 0 } origin)
        {
            // The user's own network, or one of an earlier search with which this one began: the archive shows it, and it says nothing of the model.
            return this with { Trained = Trained + (isTraining ? 1 : 0) };
        }

        var next = this with
        {
            Trained = Trained + (isTraining ? 1 : 0),
            Fruitless = isTraining ? 0 : Fruitless + 1,
            Supporting = SupportingChoice.End(Supporting, origin.Supporting, outcome),
        };
        if (candidate.Refusal is { Class: FailureClass.LanguageModel } failure)
        {
            return next with { ModelFailures = ModelFailures + 1, LastModelFailure = $"{failure.Message} {failure.Hint}".TrimEnd() };
        }

        return next with
        {
            ModelFailures = 0,
            Best = outcome is TrainedOutcome { Result.ValidationAccuracy: var accuracy } ? Math.Max(Best ?? accuracy, accuracy) : Best,
            Repeats = candidate.Refusal is null ? Repeats.See(outcome is DuplicateOutcome) : Repeats,
            Attempts = Remember(observation, memory),
        };
    }

    private ImmutableArray<Attempt> Remember(Observation observation, int memory)
    {
        if (memory == 0 || observation.Candidate.Refusal is not null)
        {
            return Attempts;
        }

        var source = observation.Candidate.Source;
        var attempts = Attempts.Add(new Attempt(observation.Number, source, OutcomeWords.Of(source, observation.Outcome, Best)));
        return attempts.Length > memory ? attempts.RemoveAt(0) : attempts;
    }
}
