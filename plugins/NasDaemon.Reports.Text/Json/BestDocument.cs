using System.Collections.Immutable;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.Figures;

namespace NasDaemon.Reports.Text.Json;

/// <summary>The answer.</summary>
/// <param name="TestAccuracy">Share of the test samples classified rightly, measured once after the search; 0 to 1.</param>
/// <param name="TestAccuracyInterval">Its 95 % confidence interval by Wilson's score: low, high.</param>
/// <param name="TestLoss">Mean loss over the test samples.</param>
/// <param name="TestSamples">How many test samples there are.</param>
/// <param name="ValidationAccuracy">In the search, before the final training.</param>
/// <param name="Parameters">Elements of all parameters, shared ones once.</param>
/// <param name="Flops">Floating-point operations of one sample's forward pass; a multiply-add counts as two.</param>
/// <param name="Trial">Number of the search trial, an entry of trials.</param>
/// <param name="FinalTrial">Number of the final training.</param>
/// <param name="Candidate">Number of the candidate.</param>
/// <param name="GraphFingerprint">MD5 over the network as a graph.</param>
/// <param name="Source">The network as PyTorch source.</param>
internal sealed record BestDocument(
    double TestAccuracy,
    ImmutableArray<double> TestAccuracyInterval,
    double TestLoss,
    int TestSamples,
    double? ValidationAccuracy,
    long? Parameters,
    long? Flops,
    int Trial,
    int FinalTrial,
    int Candidate,
    string? GraphFingerprint,
    string Source)
{
    public static BestDocument Of(FinalistReport best)
    {
        var interval = WilsonInterval.Of(best.Test.Accuracy, best.Test.Samples);
        return new(
            best.Test.Accuracy,
            [interval.Low, interval.High],
            best.Test.Loss,
            best.Test.Samples,
            best.Search.Score?.ValidationAccuracy,
            best.Search.Score?.Parameters ?? best.Candidate.Architecture?.ParameterCount,
            best.Search.Score?.Flops ?? best.Candidate.Architecture?.Flops,
            best.Search.Key.Number,
            best.Final.Key.Number,
            best.Candidate.Number,
            best.Candidate.GraphFingerprint,
            best.Candidate.Candidate.Source);
    }
}
