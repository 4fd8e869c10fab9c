using System.Collections.Immutable;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Training;
using NasDaemon.Reports.Figures;

namespace NasDaemon.Reports.Text.Json;

/// <summary>A search trial with its network, where that came from, and its learning curve.</summary>
/// <param name="Number">Of the trial in the task, from 1.</param>
/// <param name="Candidate">Number of the candidate that it trained.</param>
/// <param name="Kind">Always search here.</param>
/// <param name="State">Where it stands; a stopped one ended early, and its result stands.</param>
/// <param name="Epochs">How many epochs it was trained.</param>
/// <param name="ValidationAccuracy">After its last epoch; 0 to 1.</param>
/// <param name="ValidationLoss">After its last epoch.</param>
/// <param name="Seconds">How long it was trained.</param>
/// <param name="Parameters">Elements of all parameters, shared ones once.</param>
/// <param name="Flops">Floating-point operations of one sample's forward pass; a multiply-add counts as two.</param>
/// <param name="SourceFingerprint">MD5 over the source without whitespace.</param>
/// <param name="GraphFingerprint">MD5 over the network as a graph: names and comments do not change it.</param>
/// <param name="RecipeFingerprint">MD5 over everything else that the figures depend on.</param>
/// <param name="Starts">How often it was begun or resumed; 0 where it repeats the result of an earlier task.</param>
/// <param name="Origin">Where the network came from.</param>
/// <param name="Failure">Why it failed; null where it did not.</param>
/// <param name="LearningCurve">One entry an epoch.</param>
/// <param name="Created">When it was created.</param>
/// <param name="Ended">When it ended; null while it has not.</param>
/// <param name="Source">The network as PyTorch source.</param>
internal sealed record TrialDocument(
    int Number,
    int Candidate,
    TrialKind Kind,
    TrialState State,
    int Epochs,
    double? ValidationAccuracy,
    double? ValidationLoss,
    double Seconds,
    long? Parameters,
    long? Flops,
    string SourceFingerprint,
    string GraphFingerprint,
    string RecipeFingerprint,
    int Starts,
    OriginDocument Origin,
    FailureDocument? Failure,
    ImmutableArray<EpochDocument> LearningCurve,
    DateTimeOffset Created,
    DateTimeOffset? Ended,
    string Source)
{
    public static TrialDocument Of(TrialReport report) => new(
        report.Trial.Key.Number,
        report.Trial.Candidate,
        report.Trial.Kind,
        report.Trial.State,
        report.Epochs(),
        report.Trial.Score?.ValidationAccuracy,
        report.Trial.Score?.ValidationLoss,
        report.Seconds(),
        report.Parameters(),
        report.Flops(),
        report.Candidate.SourceFingerprint,
        report.Trial.GraphFingerprint,
        report.Trial.RecipeFingerprint,
        report.Trial.Starts,
        OriginDocument.Of(report.Candidate.Candidate),
        FailureDocument.Of(report.Trial.Failure),
        [.. report.Epochs.Select(EpochDocument.Of)],
        report.Trial.Created,
        report.Trial.Ended,
        report.Candidate.Candidate.Source);
}

/// <summary>One point of a learning curve.</summary>
/// <param name="Epoch">Which epoch, from 1.</param>
/// <param name="TrainLoss">Mean loss over the training samples.</param>
/// <param name="ValidationAccuracy">On the validation samples, 0 to 1; null in final trainings.</param>
/// <param name="ValidationLoss">On the validation samples; null in final trainings.</param>
/// <param name="Seconds">How long training and evaluation took.</param>
internal sealed record EpochDocument(int Epoch, double TrainLoss, double? ValidationAccuracy, double? ValidationLoss, double Seconds)
{
    public static EpochDocument Of(EpochMetrics epoch) =>
        new(epoch.Epoch, epoch.TrainLoss, epoch.Validation?.Accuracy, epoch.Validation?.Loss, epoch.Seconds);
}
