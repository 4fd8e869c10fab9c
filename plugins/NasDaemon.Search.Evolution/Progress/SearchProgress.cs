using System.Text.Json.Serialization;
using NasDaemon.Abstractions.Search;

namespace NasDaemon.Search.Evolution.Progress;

/// <summary>Counts what a strategy has proposed and seen, and tells when the space is used up.</summary>
/// <param name="Proposed">Candidates proposed so far.</param>
/// <param name="Observed">Candidates whose outcome is known.</param>
/// <param name="WithoutTraining">How many outcomes in a row brought no training: refusals, drops and duplicates.</param>
internal sealed record SearchProgress(int Proposed, int Observed, int WithoutTraining)
{
    /// <summary>
    /// Outcomes in a row without a training after which a strategy gives up. Where one network in a hundred is still new, a search by
    /// chance ends too early once in 23,000 times; a search that has nothing left ends after a second or two.
    /// </summary>
    public const int Patience = 1000;

    /// <summary>The beginning of a search.</summary>
    public static SearchProgress Start { get; } = new(0, 0, 0);

    /// <summary>Candidates whose outcome is not known yet. A strategy may observe candidates that it has not proposed: those of a warm start.</summary>
    [JsonIgnore]
    public int InFlight => Math.Max(0, Proposed - Observed);

    /// <summary>Whether nothing new is to be expected.</summary>
    [JsonIgnore]
    public bool IsExhausted => WithoutTraining >= Patience;

    /// <summary>One more proposal.</summary>
    /// <returns>The progress then.</returns>
    public SearchProgress Propose() => this with { Proposed = Proposed + 1 };

    /// <summary>One more outcome.</summary>
    /// <param name="outcome">The outcome. A failed training counts as a training: it took its share of the budget.</param>
    /// <returns>The progress then.</returns>
    public SearchProgress Observe(Outcome outcome) => this with
    {
        Observed = Observed + 1,
        WithoutTraining = outcome is TrainedOutcome or FailedOutcome ? 0 : WithoutTraining + 1,
    };
}
