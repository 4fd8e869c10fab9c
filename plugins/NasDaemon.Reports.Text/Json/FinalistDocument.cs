using System.Collections.Immutable;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Reports.Figures;

namespace NasDaemon.Reports.Text.Json;

/// <summary>A network that was trained in full.</summary>
/// <param name="Rank">Its place in the order of the search, from 1.</param>
/// <param name="Trial">Number of the search trial.</param>
/// <param name="FinalTrial">Number of the final training.</param>
/// <param name="Candidate">Number of the candidate.</param>
/// <param name="ValidationAccuracy">In the search, before the final training.</param>
/// <param name="TestAccuracy">Share of the test samples classified rightly; 0 to 1.</param>
/// <param name="TestAccuracyInterval">Its 95 % confidence interval by Wilson's score: low, high.</param>
/// <param name="TestLoss">Mean loss over the test samples.</param>
/// <param name="TestSamples">How many test samples there are.</param>
/// <param name="Parameters">Elements of all parameters, shared ones once.</param>
/// <param name="Flops">Floating-point operations of one sample's forward pass; a multiply-add counts as two.</param>
/// <param name="Seconds">How long the final training took.</param>
/// <param name="LearningCurve">The epochs of the final training.</param>
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
/// <param name="FinalTrial">Number of the final training.</param>
/// <param name="Candidate">Number of the candidate.</param>
/// <param name="Failure">Why it failed.</param>
internal sealed record FailedFinalDocument(int FinalTrial, int Candidate, FailureDocument? Failure)
{
    public static FailedFinalDocument Of(TrialRecord trial) => new(trial.Key.Number, trial.Candidate, FailureDocument.Of(trial.Failure));
}
