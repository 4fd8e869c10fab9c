using NasDaemon.Abstractions.Estimation;
using NasDaemon.Abstractions.Execution;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Training;
using NasDaemon.Pipeline.Trials;

namespace NasDaemon.Pipeline.Searching.Phases;

/// <summary>Books what becomes of search trials, with the estimator's decisions and the strategy's observations in the same commit.</summary>
internal sealed class SearchPhase(TaskLedger ledger, SearchSetup setup, SearchScheduler scheduler, SearchBudget budget, OutcomeObserver observer)
    : ITaskPhase
{
    public bool IsWaiting => scheduler.IsAsking;

    public Task ScheduleAsync(CancellationToken cancellation) => scheduler.FillAsync(cancellation);

    public EpochDecision AfterEpoch(TrialRecord trial, EpochMetrics metrics)
    {
        ledger.Put(trial.Key, metrics);
        trial = trial with { Score = Score(trial, metrics) };
        ledger.Put(trial);
        var decision = Decide(trial, metrics);
        switch (decision)
        {
            case EpochDecision.Pause:
                ledger.Put(trial with { State = TrialState.Paused });
                ledger.Runner = ledger.Runner with { Paused = ledger.Runner.Paused.Add(trial.Key.Number) };
                observer.TellTrial(trial, hasEnded: false);
                break;
            case EpochDecision.Stop:
                End(trial, TrialState.Stopped);
                break;
        }

        ledger.Commit();
        return decision;
    }

    public void AfterRun(TrialRecord trial, TrialResult result)
    {
        // A pause or a stop was committed with its decision, and stands even if the worker died of it.
        if (trial.State == TrialState.Running && result.End == TrialEnd.Finished)
        {
            End(trial, TrialState.Finished);
        }
        else if (trial.State == TrialState.Running)
        {
            setup.Estimator.Forget(trial.Candidate);
            End(trial with { Failure = result.Failure }, TrialState.Failed);
        }

        if (trial.State != TrialState.Paused)
        {
            TrialFolder.Of(setup.StateFolder, trial.Key).DropCheckpoint();
        }

        ledger.Commit();
    }

    /// <summary>Ends the phase: paused trials keep the results that they have.</summary>
    public void Close(string reason)
    {
        foreach (var trial in ledger.SearchTrials.Where(trial => trial.State == TrialState.Paused).ToList())
        {
            ledger.Put(trial with { State = TrialState.Stopped, Ended = ledger.Now });
            TrialFolder.Of(setup.StateFolder, trial.Key).DropCheckpoint();
        }

        ledger.Runner = ledger.Runner with { Paused = [], ObservedEarly = [], EndReason = reason };
        ledger.Put(TaskState.Finishing);
        ledger.Clock.EndSearch();
        ledger.Commit();
    }

    private EpochDecision Decide(TrialRecord trial, EpochMetrics metrics)
    {
        var decision = setup.Estimator.AfterEpoch(trial.Candidate, metrics);
        if (metrics.Epoch >= TaskLedger.RecipeOf(trial).Fidelity.Epochs)
        {
            // The worker has written the result already; its report of the end follows.
            return EpochDecision.Continue;
        }

        return decision == EpochDecision.Continue && budget.EndReason() is not null ? EpochDecision.Stop : decision;
    }

    private void End(TrialRecord trial, TrialState state)
    {
        trial = trial with { State = state, Ended = ledger.Now };
        ledger.Put(trial);
        observer.TellTrial(trial, hasEnded: true);
    }

    private TrialScore Score(TrialRecord trial, EpochMetrics metrics)
    {
        var architecture = ledger.Candidate(trial.Candidate).Architecture!;
        return new TrialScore(
            metrics.Validation!.Accuracy,
            metrics.Validation.Loss,
            metrics.Epoch,
            ledger.Epochs(trial.Key.Number).Sum(epoch => epoch.Seconds),
            architecture.ParameterCount,
            architecture.Flops);
    }
}
