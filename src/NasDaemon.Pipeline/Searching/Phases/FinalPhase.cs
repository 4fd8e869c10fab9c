using NasDaemon.Abstractions.Estimation;
using NasDaemon.Abstractions.Execution;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Training;
using NasDaemon.Pipeline.Trials;

namespace NasDaemon.Pipeline.Searching.Phases;

/// <summary>
/// Trains the finalists in full on training and validation samples. One whose worker died goes on from its checkpoint; one that
/// fails for good makes room for the next best.
/// </summary>
internal sealed class FinalPhase(TaskLedger ledger, SearchSetup setup, TrialLauncher launcher) : ITaskPhase
{
    private const int StartLimit = 3;

    public bool IsWaiting => false;

    public Task ScheduleAsync(CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            return Task.CompletedTask;
        }

        Nominate();
        foreach (var trial in Finals().Where(IsInterrupted).Take(launcher.FreeSlots).ToList())
        {
            launcher.Start(trial);
        }

        return Task.CompletedTask;
    }

    public EpochDecision AfterEpoch(TrialRecord trial, EpochMetrics metrics)
    {
        ledger.Put(trial.Key, metrics);
        ledger.Commit();
        return EpochDecision.Continue;
    }

    public void AfterRun(TrialRecord trial, TrialResult result)
    {
        var mayGoOn = result.Failure?.Class is FailureClass.Crashed or FailureClass.Hung && trial.Starts < StartLimit;
        if (!mayGoOn)
        {
            TrialFolder.Of(setup.StateFolder, trial.Key).DropCheckpoint();
        }

        ledger.Put(mayGoOn
            ? trial with { State = TrialState.Waiting }
            : trial with
            {
                State = result.End == TrialEnd.Finished ? TrialState.Finished : TrialState.Failed,
                Test = result.Test,
                Failure = result.Failure,
                Ended = ledger.Now,
            });
        ledger.Commit();
    }

    private IEnumerable<TrialRecord> Finals() => ledger.Trials.Where(trial => trial.Kind == TrialKind.Final);

    private bool IsInterrupted(TrialRecord trial) =>
        trial.State is TrialState.Waiting or TrialState.Running && !launcher.Running.Contains(trial.Key.Number);

    private void Nominate()
    {
        var nominated = Finals().ToLookup(trial => trial.Candidate);
        var places = setup.Task.Final.Finalists - Finals().Count(trial => trial.State != TrialState.Failed);
        var next = Finalists.Ranked(ledger).Where(trial => !nominated.Contains(trial.Candidate)).Take(Math.Max(0, places)).ToList();
        foreach (var best in next)
        {
            ledger.Put(ledger.NewTrial(ledger.Candidate(best.Candidate), TrialKind.Final, Recipe.ForFinal(setup.Task)));
        }

        if (next.Count > 0)
        {
            ledger.Commit();
        }
    }
}
