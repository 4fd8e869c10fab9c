using System.Collections.Immutable;
using NasDaemon.Search.Bayesian.Surrogates;

namespace NasDaemon.Search.Bayesian.Proposing;

/// <summary>All that the strategy remembers.</summary>
/// <param name="Proposed">Candidates proposed so far.</param>
/// <param name="Fruitless">How many outcomes in a row brought no result.</param>
/// <param name="Points">The networks whose outcome is known, in the order in which these came; each graph once.</param>
/// <param name="Pending">The networks that were proposed and whose outcome is not known.</param>
/// <param name="Surrogate">What the surrogate remembers.</param>
internal sealed record BayesianState(
    int Proposed, int Fruitless, ImmutableList<Point> Points, ImmutableList<Point> Pending, SurrogateState Surrogate)
{
    /// <summary>The beginning of a search.</summary>
    public static BayesianState Start { get; } = new(0, 0, [], [], SurrogateState.Start);

    /// <summary>How many networks were drawn at random to begin with.</summary>
    public int Drawn { get; init; }

    /// <summary>Takes in what became of a network.</summary>
    /// <param name="point">The network, with its result where it has one.</param>
    /// <returns>The state then.</returns>
    public BayesianState Observe(Point point)
    {
        var pending = Pending.FindIndex(other => other.Fingerprint == point.Fingerprint);
        var isNew = point.Fingerprint.Length > 0 && Points.TrueForAll(other => other.Fingerprint != point.Fingerprint);
        return this with
        {
            Pending = pending < 0 ? Pending : Pending.RemoveAt(pending),
            Points = isNew ? Points.Add(point) : Points,
            Fruitless = isNew && point.Target is not null ? 0 : Fruitless + 1,
        };
    }
}

/// <summary>A network that was proposed.</summary>
/// <param name="Fingerprint">The fingerprint of its graph; empty where it has none.</param>
/// <param name="Number">The candidate's number; 0 while it is not known.</param>
/// <param name="Target">Its result as the surrogate's target; null where it has none, since it was refused, dropped or failed.</param>
/// <param name="Answers">The decisions that made it, each as name and answer.</param>
internal sealed record Point(string Fingerprint, int Number, double? Target, ImmutableArray<KeyValuePair<string, string>> Answers);
