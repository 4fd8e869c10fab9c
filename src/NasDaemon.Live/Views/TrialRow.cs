using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Live.Views;

/// <summary>A trial as a list shows it.</summary>
/// <param name="Number">Its number in its task.</param>
/// <param name="Kind">Search, or final.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Accuracy">Its accuracy on the validation split; in a final trial on the test split.</param>
/// <param name="Epochs">Epochs that it was trained.</param>
/// <param name="Seconds">How long that took.</param>
/// <param name="Parameters">The network's parameters.</param>
/// <param name="Flops">The floating-point operations of one sample.</param>
/// <param name="FailureClass">Why it failed, in a word.</param>
/// <param name="Failure">Why it failed, in a sentence.</param>
internal sealed record TrialRow(
    int Number,
    TrialKind Kind,
    TrialState State,
    double? Accuracy,
    int Epochs,
    double? Seconds,
    long? Parameters,
    long? Flops,
    FailureClass? FailureClass,
    string? Failure)
{
    private const int LongestFailure = 500;

    /// <summary>Whether it ended with an accuracy that the search can go by.</summary>
    public bool IsResult => Kind == TrialKind.Search && Accuracy is not null && State is (TrialState.Finished or TrialState.Stopped);

    /// <summary>What a list shows of a trial.</summary>
    public static TrialRow Of(TrialRecord trial) => new(
        trial.Key.Number,
        trial.Kind,
        trial.State,
        Rounded(trial.Kind == TrialKind.Final ? trial.Test?.Accuracy : trial.Score?.ValidationAccuracy),
        trial.Score?.Epochs ?? 0,
        trial.Score is { } score ? Math.Round(score.Seconds, 2) : null,
        trial.Score?.Parameters,
        trial.Score?.Flops,
        trial.Failure?.Class,
        trial.Failure?.Message is { Length: > LongestFailure } message ? message[..LongestFailure] + "…" : trial.Failure?.Message);

    private static double? Rounded(double? accuracy) => accuracy is { } value && double.IsFinite(value) ? Math.Round(value, 5) : null;
}
