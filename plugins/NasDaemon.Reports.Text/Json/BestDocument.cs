using System.Collections.Immutable;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.Figures;

namespace NasDaemon.Reports.Text.Json;

/// <summary>The answer.</summary>
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
