using System.Collections.Immutable;
using NasDaemon.Abstractions.Search;

namespace NasDaemon.Search.Prompting.Mixing;

/// <summary>All that a mixture remembers, besides what its strategies remember themselves.</summary>
/// <param name="Bandit">Shares the budget.</param>
/// <param name="Origins">Which strategy candidates are from, by the name that they carry.</param>
/// <param name="Exhausted">The strategies that will never propose again.</param>
/// <param name="Accuracies">The validation accuracies so far, in order.</param>
/// <param name="Arms">What each strategy has brought.</param>
internal sealed record MixedState(
    Bandit Bandit, ImmutableDictionary<string, int> Origins, ImmutableArray<int> Exhausted, ImmutableArray<double> Accuracies, ImmutableArray<ArmRecord> Arms)
{
    // A candidate that is not trained costs a share of what a training costs.
    private const double CostWithoutTraining = 0.2;

    // Results further back say little about what is good now.
    private const int Compared = 30;

    /// <summary>The beginning of a search.</summary>
    /// <param name="strategies">How many strategies are mixed.</param>
    /// <returns>The state.</returns>
    public static MixedState Start(int strategies) => new(Bandit.Of(strategies), ImmutableDictionary<string, int>.Empty, [], [], [.. Enumerable.Repeat(ArmRecord.Start, strategies)]);

    /// <summary>Notes a proposal.</summary>
    /// <param name="arm">The strategy that made it.</param>
    /// <param name="origin">The name that it carries.</param>
    /// <returns>The state then.</returns>
    public MixedState Propose(int arm, string origin) => this with
    {
        Bandit = Bandit.Begin(arm),
        Origins = Origins.SetItem(origin, arm),
        Arms = Arms.SetItem(arm, Arms[arm] with { Proposed = Arms[arm].Proposed + 1 }),
    };

    /// <summary>Takes in what became of a candidate.</summary>
    /// <param name="arm">The strategy that proposed it; null where none of these did, as where a search begins with networks of earlier ones.</param>
    /// <param name="outcome">Its outcome.</param>
    /// <returns>The state then.</returns>
    public MixedState Observe(int? arm, Outcome outcome)
    {
        var accuracy = outcome switch
        {
            TrainedOutcome trained => trained.Result.ValidationAccuracy,
            DuplicateOutcome { Of: null } known => known.Result.ValidationAccuracy,
            _ => (double?)null,
        };
        var isTraining = accuracy is not null || outcome is FailedOutcome;
        var next = this with { Accuracies = accuracy is { } result ? Accuracies.Add(result) : Accuracies };
        return arm is not { } index ? next : next with
        {
            Bandit = Bandit.End(index, accuracy is { } reached ? Credit(reached) : 0, isTraining ? 1 : CostWithoutTraining),
            Arms = Arms.SetItem(index, Arms[index].Observe(isTraining, accuracy)),
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
/// <param name="Proposed">How many candidates it has proposed.</param>
/// <param name="Trained">How many of them were trained.</param>
/// <param name="Best">Its best validation accuracy; null for none.</param>
internal sealed record ArmRecord(int Proposed, int Trained, double? Best)
{
    /// <summary>Nothing yet.</summary>
    public static ArmRecord Start { get; } = new(0, 0, null);

    /// <summary>One more outcome.</summary>
    public ArmRecord Observe(bool isTraining, double? accuracy) => this with
    {
        Trained = Trained + (isTraining ? 1 : 0),
        Best = accuracy is { } reached ? Math.Max(Best ?? reached, reached) : Best,
    };
}
