using NasDaemon.Abstractions.Reports;

namespace NasDaemon.Reports.Text.Figures;

/// <summary>The figures of a search trial, wherever they stand: a failed one has no score, but its network is known.</summary>
internal static class TrialFigures
{
    public static int Epochs(this TrialReport trial) => trial.Trial.Score?.Epochs ?? trial.Epochs.Length;

    public static double Seconds(this TrialReport trial) => trial.Trial.Score?.Seconds ?? trial.Epochs.Sum(epoch => epoch.Seconds);

    public static long? Parameters(this TrialReport trial) => trial.Trial.Score?.Parameters ?? trial.Candidate.Architecture?.ParameterCount;

    public static long? Flops(this TrialReport trial) => trial.Trial.Score?.Flops ?? trial.Candidate.Architecture?.Flops;
}
