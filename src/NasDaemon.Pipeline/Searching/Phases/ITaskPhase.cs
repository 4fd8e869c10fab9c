using NasDaemon.Abstractions.Estimation;
using NasDaemon.Abstractions.Execution;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Pipeline.Searching.Phases;

/// <summary>A part of a task's life in which trials run. Its members are called one at a time.</summary>
internal interface ITaskPhase
{
    /// <summary>Whether the phase waits for something else than a running trial.</summary>
    bool IsWaiting { get; }

    /// <summary>Gives free slots work. Where nothing runs afterwards and nothing else is waited for, the phase is over.</summary>
    /// <param name="cancellation">Where it is requested nothing new is begun.</param>
    Task ScheduleAsync(CancellationToken cancellation);

    /// <summary>Books an epoch of a running trial and commits it.</summary>
    /// <returns>What the trial does next.</returns>
    EpochDecision AfterEpoch(TrialRecord trial, EpochMetrics metrics);

    /// <summary>Books the end of a run and commits it. Cancelled runs do not come here.</summary>
    void AfterRun(TrialRecord trial, TrialResult result);
}
