using System.Collections.Immutable;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Training;
using NasDaemon.Reports.Figures;

namespace NasDaemon.Reports.Text.Json;

/// <summary>A search trial with its network, where that came from, and its learning curve.</summary>
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
        OriginDocument.Of(report.Candidate.Candidate.Origin),
        FailureDocument.Of(report.Trial.Failure),
        [.. report.Epochs.Select(EpochDocument.Of)],
        report.Trial.Created,
        report.Trial.Ended,
        report.Candidate.Candidate.Source);
}

/// <summary>One point of a learning curve.</summary>
internal sealed record EpochDocument(int Epoch, double TrainLoss, double? ValidationAccuracy, double? ValidationLoss, double Seconds)
{
    public static EpochDocument Of(EpochMetrics epoch) =>
        new(epoch.Epoch, epoch.TrainLoss, epoch.Validation?.Accuracy, epoch.Validation?.Loss, epoch.Seconds);
}
