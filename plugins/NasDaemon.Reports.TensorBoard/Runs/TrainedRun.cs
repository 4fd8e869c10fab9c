using System.Collections.Immutable;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Training;
using NasDaemon.Reports.Figures;

namespace NasDaemon.Reports.TensorBoard.Runs;

/// <summary>A training that gets an event file.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="Origin">Where its network came from.</param>
/// <param name="Epochs">The figures of each epoch; none where the result was taken over from an earlier task.</param>
/// <param name="Parameters">The network's parameters; null where that is not known.</param>
/// <param name="Flops">What the network takes for one sample; null where that is not known.</param>
internal sealed record TrainedRun(TrialRecord Trial, CandidateOrigin Origin, ImmutableArray<EpochMetrics> Epochs, long? Parameters, long? Flops)
{
    /// <summary>How many search trials get one: more runs than that, TensorBoard no longer shows well.</summary>
    public const int MostSearchTrials = 1_000;

    /// <summary>How many epochs it was trained.</summary>
    public int EpochCount => Epochs.IsEmpty ? Trial.Score?.Epochs ?? 0 : Epochs[^1].Epoch;

    /// <summary>The final trainings, and the best search trials; those without a result come last.</summary>
    /// <param name="report">What happened.</param>
    public static IEnumerable<TrainedRun> Of(TaskReport report) =>
        report.Finalists.Select(Of).Concat(
            report.Ranked()
                .Concat(report.Trials.Where(trial => trial.Trial.Score is null))
                .Take(MostSearchTrials)
                .Select(Of));

    private static TrainedRun Of(FinalistReport finalist) =>
        new(finalist.Final, finalist.Candidate.Candidate.Origin, finalist.Epochs, finalist.Parameters(), finalist.Flops());

    private static TrainedRun Of(TrialReport trial) =>
        new(trial.Trial, trial.Candidate.Candidate.Origin, trial.Epochs, trial.Parameters(), trial.Flops());
}
