using System.Collections.Immutable;
using NasDaemon.Abstractions.Search;

namespace NasDaemon.Search.Prompting.Mixing;

/// <summary>All that a mixture remembers, besides what its strategies remember themselves.</summary>
/// <param name="Bandit">Shares the budget.</param>
/// <param name="Proposers">Which strategy proposed each candidate, by the candidate's number from 1.</param>
/// <param name="Exhausted">The strategies that will never propose again.</param>
/// <param name="Accuracies">The validation accuracies so far, in order.</param>
/// <param name="Arms">What each strategy has brought.</param>
internal sealed record MixedState(
    Bandit Bandit, ImmutableArray<int> Proposers, ImmutableArray<int> Exhausted, ImmutableArray<double> Accuracies, ImmutableArray<ArmRecord> Arms)
{
    // A candidate that is not trained costs a share of what a training costs.
    private const double CostWithoutTraining = 0.2;

    // Results further back say little about what is good now.
    private const int Compared = 30;

    /// <summary>The beginning of a search.</summary>
    /// <param name="strategies">How many strategies are mixed.</param>
    /// <returns>The state.</returns>
    public static MixedState Start(int strategies) => new(Bandit.Of(strategies), [], [], [], [.. Enumerable.Repeat(ArmRecord.Start, strategies)]);

    /// <summary>Notes a proposal.</summary>
    /// <param name="arm">The strategy that made it.</param>
    /// <returns>The state then.</returns>
    public MixedState Propose(int arm) => this with { Bandit = Bandit.Begin(arm), Proposers = Proposers.Add(arm) };

    /// <summary>Takes in what became of a candidate.</summary>
    /// <param name="arm">The strategy that proposed it.</param>
    /// <param name="outcome">Its outcome.</param>
    /// <returns>The state then.</returns>
    public MixedState Observe(int arm, Outcome outcome)
    {
        var accuracy = outcome switch
        {
            TrainedOutcome trained => trained.Result.ValidationAccuracy,
            DuplicateOutcome { Of: null } known => known.Result.ValidationAccuracy,
            _ => (double?)null,
        };
        var isTraining = accuracy is not null || outcome is FailedOutcome;
        return this with
        {
            Bandit = Bandit.End(arm, accuracy is { } reached ? Credit(reached) : 0, isTraining ? 1 : CostWithoutTraining),
            Accuracies = accuracy is { } result ? Accuracies.Add(result) : Accuracies,
            Arms = Arms.SetItem(arm, Arms[arm].Observe(isTraining, accuracy)),
        };
    }

    // Half for how many of the last results it beats, half for beating all so far.
    private double Credit(double accuracy)
    {
        if (Accuracies.IsEmpty)
        {
            return 1;
        }

        var recent = Accuracies.TakeLast(Compared).ToList();
        var beaten = recent.Count(other => accuracy > other) / (double)recent.Count;
        return (beaten / 2) + (accuracy > Accuracies.Max() ? 0.5 : 0);
    }
}

/// <summary>What a strategy has brought.</summary>
/// <param name="Observed">How many of its candidates are known to the end.</param>
/// <param name="Trained">How many of them were trained.</param>
/// <param name="Best">Its best validation accuracy; null for none.</param>
internal sealed record ArmRecord(int Observed, int Trained, double? Best)
{
    /// <summary>Nothing yet.</summary>
    public static ArmRecord Start { get; } = new(0, 0, null);

    /// <summary>One more outcome.</summary>
    public ArmRecord Observe(bool isTraining, double? accuracy) => new(
        Observed + 1, Trained + (isTraining ? 1 : 0), accuracy is { } reached ? Math.Max(Best ?? reached, reached) : Best);
}
