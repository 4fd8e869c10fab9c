using System.Text.Json.Serialization;
using NasDaemon.Abstractions.Failures;

namespace NasDaemon.Abstractions.Search;

/// <summary>What became of a candidate.</summary>
/// <param name="Number">The candidate's number in its task, from 1 in the order of proposal.</param>
/// <param name="Candidate">The candidate.</param>
/// <param name="Outcome">What became of it.</param>
public sealed record Observation(int Number, Candidate Candidate, Outcome Outcome);

/// <summary>What became of a candidate.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(RefusedOutcome), "refused")]
[JsonDerivedType(typeof(DroppedOutcome), "dropped")]
[JsonDerivedType(typeof(DuplicateOutcome), "duplicate")]
[JsonDerivedType(typeof(TrainedOutcome), "trained")]
[JsonDerivedType(typeof(FailedOutcome), "failed")]
public abstract record Outcome;

/// <summary>It was not trained: tracing, the task's constraints or the estimator refused it.</summary>
/// <param name="Failure">Why.</param>
public sealed record RefusedOutcome(Failure Failure) : Outcome;

/// <summary>The estimator dropped it before training.</summary>
/// <param name="Reason">Why.</param>
public sealed record DroppedOutcome(string Reason) : Outcome;

/// <summary>The same network was trained before under the same recipe; its result is reused.</summary>
/// <param name="Level">Which fingerprint recognised it.</param>
/// <param name="Of">
/// The number of the candidate of the same task that it repeats. Null where an earlier task trained it: to this task the
/// network is new, and a strategy treats it as if it had been trained now.
/// </param>
/// <param name="Result">The result that is reused.</param>
public sealed record DuplicateOutcome(FingerprintLevel Level, int? Of, TrialScore Result) : Outcome;

/// <summary>It was trained, to the end or as far as the estimator let it.</summary>
/// <param name="Result">How good it is.</param>
public sealed record TrainedOutcome(TrialScore Result) : Outcome;

/// <summary>Its training failed.</summary>
/// <param name="Failure">Why.</param>
public sealed record FailedOutcome(Failure Failure) : Outcome;

/// <summary>How good a trained network is.</summary>
/// <param name="ValidationAccuracy">Accuracy on the validation split after the last epoch; 0 to 1.</param>
/// <param name="ValidationLoss">Mean loss there.</param>
/// <param name="Epochs">How many epochs it was trained.</param>
/// <param name="Seconds">How long the training took.</param>
/// <param name="Parameters">The network's parameters.</param>
/// <param name="Flops">The floating-point operations of one sample's forward pass.</param>
public sealed record TrialScore(double ValidationAccuracy, double ValidationLoss, int Epochs, double Seconds, long Parameters, long Flops);

/// <summary>The levels at which networks are recognised as the same.</summary>
public enum FingerprintLevel
{
    /// <summary>The source without its whitespace.</summary>
    Source,

    /// <summary>The canonical graph.</summary>
    Graph,
}
