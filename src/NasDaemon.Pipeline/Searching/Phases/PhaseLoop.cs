using NasDaemon.Abstractions.Estimation;
using NasDaemon.Abstractions.Execution;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Pipeline.Searching.Phases;

/// <summary>The loop of a phase: give free slots work, wait for what happens, book it, and again.</summary>
internal sealed class PhaseLoop(TaskLedger ledger, TrialLauncher launcher, TaskEvents events, Action tellProgress)
{
    /// <summary>Why no trial of the task can run; null where nothing stands in their way.</summary>
    public Failure? Obstacle { get; private set; }

    /// <summary>Runs a phase until nothing is left to do in it, it is interrupted, or it meets an <see cref="Obstacle"/>.</summary>
    /// <returns>False where something is left to do; what ran waits to go on.</returns>
    public async Task<bool> RunAsync(ITaskPhase phase, CancellationToken interruption)
    {
        while (Obstacle is null)
        {
            await phase.ScheduleAsync(interruption).ConfigureAwait(false);
            tellProgress();
            if (launcher.Running.Count == 0 && !phase.IsWaiting)
            {
                return !interruption.IsCancellationRequested;
            }

            Handle(await events.NextAsync().ConfigureAwait(false), phase);
        }

        return false;
    }

    private void Handle(TaskEvent occurred, ITaskPhase phase)
    {
        switch (occurred)
        {
            case EpochEvent epoch:
                Answer(epoch, phase);
                break;
            case TrialEndedEvent ended:
                launcher.Ended(ended.Trial);
                Book(ledger.Trial(ended.Trial), ended.Result, phase);
                break;
            case InterruptEvent:
                launcher.Interrupt();
                break;
            case ProposalsEvent:
                // The next round of work takes them.
                break;
        }
    }

    private void Answer(EpochEvent epoch, ITaskPhase phase)
    {
        var decision = EpochDecision.Stop;
        try
        {
            decision = phase.AfterEpoch(ledger.Trial(epoch.Trial), epoch.Metrics);
        }
        finally
        {
            // A worker that never got an answer would hold its slot for good.
            epoch.Answer.SetResult(decision);
        }
    }

    private void Book(TrialRecord trial, TrialResult result, ITaskPhase phase)
    {
        if (result.Failure is { Class: FailureClass.Unavailable } obstacle)
        {
            Obstacle = obstacle;
        }

        if (result.Failure?.Class is not (FailureClass.Cancelled or FailureClass.Unavailable))
        {
            phase.AfterRun(trial, result);
        }
        else if (trial.State == TrialState.Running)
        {
            ledger.Put(trial with { State = TrialState.Waiting });
            ledger.Commit();
        }
    }
}
