using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Abstractions.Estimation;

/// <summary>
/// Decides how much training a candidate gets: before training, after each epoch, and whenever a worker falls free.
/// Calls never overlap. The state is a snapshot that is stored in the same transaction as what changed it.
/// </summary>
public interface IPerformanceEstimator
{
    /// <summary>Decides before training.</summary>
    /// <param name="number">The candidate's number in the task.</param>
    /// <param name="candidate">The candidate.</param>
    /// <param name="architecture">Its graph.</param>
    /// <returns>Train, drop, or answer at once.</returns>
    ScreenDecision Screen(int number, Candidate candidate, Architecture architecture);

    /// <summary>Learns that a network needs no training, since an earlier task trained it by the same recipe: its result was taken over.</summary>
    /// <param name="number">The candidate's number in the task.</param>
    /// <param name="candidate">The candidate.</param>
    /// <param name="architecture">Its graph.</param>
    /// <param name="score">The result.</param>
    void TakeOver(int number, Candidate candidate, Architecture architecture, TrialScore score)
    {
        // Most have nothing to decide about it.
    }

    /// <summary>Decides after an epoch of a running trial.</summary>
    /// <param name="number">The number of the trial's candidate.</param>
    /// <param name="metrics">The epoch's figures.</param>
    /// <returns>Continue, pause or stop.</returns>
    EpochDecision AfterEpoch(int number, EpochMetrics metrics);

    /// <summary>Decides what a free worker does.</summary>
    /// <param name="paused">The numbers of the paused trials' candidates, in the order in which they paused.</param>
    /// <param name="mayStartNew">Whether the budget still allows a new trial.</param>
    /// <returns>The next work.</returns>
    WorkDecision NextWork(IReadOnlyList<int> paused, bool mayStartNew);

    /// <summary>Learns that a trial ended without its consent: it failed or was cancelled.</summary>
    /// <param name="number">The number of the trial's candidate.</param>
    void Forget(int number);

    /// <summary>What the report should say about this estimation, from the estimator's state.</summary>
    /// <returns>Sentences; empty where there is nothing to say.</returns>
    IReadOnlyList<string> Describe() => [];

    /// <summary>The whole state as text that <see cref="Restore"/> understands.</summary>
    /// <returns>JSON.</returns>
    string Snapshot();

    /// <summary>Goes on from a snapshot of an earlier process.</summary>
    /// <param name="snapshot">What <see cref="Snapshot"/> returned.</param>
    void Restore(string snapshot);
}
