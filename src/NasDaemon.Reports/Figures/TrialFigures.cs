using NasDaemon.Abstractions.Reports;

namespace NasDaemon.Reports.Figures;

/// <summary>The figures of a search trial, wherever they stand: a failed one has no score, but its network is known.</summary>
public static class TrialFigures
{
    /// <summary>How many epochs it was trained.</summary>
    public static int Epochs(this TrialReport trial) => trial.Trial.Score?.Epochs ?? trial.Epochs.Length;

    /// <summary>How long it was trained.</summary>
    public static double Seconds(this TrialReport trial) => trial.Trial.Score?.Seconds ?? trial.Epochs.Sum(epoch => epoch.Seconds);

    /// <summary>Its network's parameters.</summary>
    public static long? Parameters(this TrialReport trial) => trial.Trial.Score?.Parameters ?? trial.Candidate.Architecture?.ParameterCount;

    /// <summary>What its network takes for one sample.</summary>
    public static long? Flops(this TrialReport trial) => trial.Trial.Score?.Flops ?? trial.Candidate.Architecture?.Flops;

    /// <summary>A finalist's parameters.</summary>
    public static long Parameters(this FinalistReport finalist) =>
        finalist.Search.Score?.Parameters ?? finalist.Candidate.Architecture?.ParameterCount ?? 0;

    /// <summary>What a finalist takes for one sample.</summary>
    public static long Flops(this FinalistReport finalist) => finalist.Search.Score?.Flops ?? finalist.Candidate.Architecture?.Flops ?? 0;

    /// <summary>Where it stands, in words.</summary>
    public static string State(this TrialReport trial) => trial.Trial.IsTakenOver ? "known from an earlier task" : Words.Of(trial.Trial.State);

    /// <summary>Those with a result, the best first.</summary>
    public static IReadOnlyList<TrialReport> Ranked(this TaskReport report) =>
    [
        .. report.Trials
            .Where(trial => trial.Trial.Score is not null)
            .OrderByDescending(trial => trial.Trial.Score!.ValidationAccuracy)
            .ThenBy(trial => trial.Trial.Score!.ValidationLoss)
            .ThenBy(trial => trial.Trial.Key.Number),
    ];
}
