using System.Collections.Immutable;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Reports.Figures;

namespace NasDaemon.Reports.Text.Json;

/// <summary>A network that was trained in full.</summary>
internal sealed record FinalistDocument(
    int Rank,
    int Trial,
    int FinalTrial,
    int Candidate,
    double? ValidationAccuracy,
    double TestAccuracy,
    ImmutableArray<double> TestAccuracyInterval,
    double TestLoss,
    int TestSamples,
    long? Parameters,
    long? Flops,
    double Seconds,
    ImmutableArray<EpochDocument> LearningCurve)
{
    public static FinalistDocument Of(FinalistReport finalist, int rank)
    {
        var interval = WilsonInterval.Of(finalist.Test.Accuracy, finalist.Test.Samples);
        return new(
            rank,
            finalist.Search.Key.Number,
            finalist.Final.Key.Number,
            finalist.Candidate.Number,
            finalist.Search.Score?.ValidationAccuracy,
            finalist.Test.Accuracy,
            [interval.Low, interval.High],
            finalist.Test.Loss,
            finalist.Test.Samples,
            finalist.Search.Score?.Parameters ?? finalist.Candidate.Architecture?.ParameterCount,
            finalist.Search.Score?.Flops ?? finalist.Candidate.Architecture?.Flops,
            finalist.Epochs.Sum(epoch => epoch.Seconds),
            [.. finalist.Epochs.Select(EpochDocument.Of)]);
    }
}

/// <summary>A final training that failed.</summary>
internal sealed record FailedFinalDocument(int FinalTrial, int Candidate, FailureDocument? Failure)
{
    public static FailedFinalDocument Of(TrialRecord trial) => new(trial.Key.Number, trial.Candidate, FailureDocument.Of(trial.Failure));
}
