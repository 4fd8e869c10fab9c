using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Abstractions.Execution;

/// <summary>How a run of a trial ended.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Epochs">Epochs trained in all, earlier runs of the same trial included.</param>
/// <param name="Last">The figures of the last epoch; null where none was finished.</param>
/// <param name="Test">The evaluation on the test split; only of a final trial that finished.</param>
/// <param name="Seconds">Time spent training and evaluating, earlier runs included.</param>
/// <param name="Failure">Why it failed; null where it did not.</param>
public sealed record TrialResult(TrialEnd End, int Epochs, EpochMetrics? Last, Evaluation? Test, double Seconds, Failure? Failure);

/// <summary>How a run of a trial ended.</summary>
public enum TrialEnd
{
    /// <summary>It reached its last epoch.</summary>
    Finished,

    /// <summary>The monitor stopped it.</summary>
    Stopped,

    /// <summary>The monitor paused it; its folder holds what it needs to go on.</summary>
    Paused,

    /// <summary>It failed.</summary>
    Failed,
}
