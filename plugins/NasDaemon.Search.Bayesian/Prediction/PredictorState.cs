using System.Collections.Immutable;
using NasDaemon.Search.Bayesian.Surrogates;

namespace NasDaemon.Search.Bayesian.Prediction;

/// <summary>All that the predictor remembers.</summary>
/// <param name="Results">The accuracy of each network that was trained to the end, by its number.</param>
/// <param name="Predictions">The target that was predicted for each network that was let through, by its number.</param>
/// <param name="Recent">What was predicted for the last networks, let through or not, the oldest first.</param>
/// <param name="Screened">How many networks were predicted.</param>
/// <param name="Dropped">How many of them were screened out.</param>
/// <param name="DroppedInARow">How many of them since the last that was let through.</param>
/// <param name="Surrogate">What the surrogate remembers.</param>
internal sealed record PredictorState(
    ImmutableSortedDictionary<int, double> Results,
    ImmutableSortedDictionary<int, double> Predictions,
    ImmutableList<double> Recent,
    int Screened,
    int Dropped,
    int DroppedInARow,
    SurrogateState Surrogate)
{
    /// <summary>The beginning.</summary>
    public static PredictorState Start { get; } = new(
        ImmutableSortedDictionary<int, double>.Empty, ImmutableSortedDictionary<int, double>.Empty, [], 0, 0, 0, SurrogateState.Start);
}
