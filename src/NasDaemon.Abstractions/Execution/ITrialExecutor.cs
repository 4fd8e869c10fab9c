using NasDaemon.Abstractions.Estimation;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Abstractions.Execution;

/// <summary>Runs trials somewhere: in local worker processes, or on a cluster.</summary>
public interface ITrialExecutor : IAsyncDisposable
{
    /// <summary>How many trials run at once; at least 1.</summary>
    int Slots { get; }

    /// <summary>What trains, as the last worker reported it; null before any has.</summary>
    EngineInfo? Engine { get; }

    /// <summary>Runs one trial until it ends, pauses or fails. Never throws for what a network, a worker or an engine does.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="monitor">Asked after every epoch.</param>
    /// <param name="cancellation">Ends the trial; its result is then <see cref="TrialEnd.Failed"/> with class cancelled.</param>
    /// <returns>How it ended.</returns>
    Task<TrialResult> RunAsync(TrialRequest request, ITrialMonitor monitor, CancellationToken cancellation);
}

/// <summary>Decides about a running trial.</summary>
public interface ITrialMonitor
{
    /// <summary>Takes the figures of an epoch.</summary>
    /// <param name="metrics">The figures.</param>
    /// <returns>What the trial does next.</returns>
    ValueTask<EpochDecision> AfterEpochAsync(EpochMetrics metrics);
}
