using NasDaemon.Abstractions.Estimation;
using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Pipeline.Searching.Phases;

/// <summary>Decides what free slots do during the search: interrupted trials first, then what the estimator says.</summary>
internal sealed class SearchScheduler(TaskLedger ledger, SearchSetup setup, TrialLauncher launcher, CandidateIntake intake, SearchBudget budget)
{
    /// <summary>Why the search ends when nothing runs any more.</summary>
    public string EndReason { get; private set; } = "";

    /// <summary>Whether the strategy is thinking, so that there is something to wait for.</summary>
    public bool IsAsking => intake.IsAsking;

    /// <summary>Gives every free slot work, as far as there is any.</summary>
    public async Task FillAsync(CancellationToken cancellation)
    {
        await intake.TakeAsync().ConfigureAwait(false);
        if (cancellation.IsCancellationRequested)
        {
            return;
        }

        await StartAsync(cancellation).ConfigureAwait(false);
        if (!budget.MayBegin)
        {
            intake.GiveUp();
        }
        else if (setup.Strategy.ProposesAhead)
        {
            await intake.PrepareAsync(Wanted(setup.Executor.Slots), cancellation).ConfigureAwait(false);
        }
    }

    private async Task StartAsync(CancellationToken cancellation)
    {
        while (launcher.FreeSlots > 0)
        {
            if (Interrupted() is { } trial)
            {
                launcher.Start(trial);
            }
            else if (!await TryStartAsync(cancellation).ConfigureAwait(false))
            {
                return;
            }
        }
    }

    private async Task<bool> TryStartAsync(CancellationToken cancellation)
    {
        if (budget.EndReason() is { } reason)
        {
            EndReason = reason;
            return false;
        }

        var mayStartNew = budget.TrialsLeft > 0 && intake.Exhausted is null;
        switch (setup.Estimator.NextWork(Paused(), mayStartNew))
        {
            case ResumeDecision resume:
                Resume(resume.Number);
                return true;
            case StartNewDecision when mayStartNew:
                return await TryStartNewAsync(cancellation).ConfigureAwait(false);
            case WaitDecision or FinishDecision or StartNewDecision:
                EndReason = intake.Exhausted ?? "All trainings of the budget were used.";
                return false;
            case var other:
                throw new InvalidOperationException($"The estimator's answer {other.GetType().Name} is not known.");
        }
    }

    private async Task<bool> TryStartNewAsync(CancellationToken cancellation)
    {
        if (await intake.NextAsync(Wanted(launcher.FreeSlots), cancellation).ConfigureAwait(false) is { } trial)
        {
            if (trial.State == TrialState.Waiting)
            {
                launcher.Start(trial);
            }

            return true;
        }

        if (intake.Exhausted is not null)
        {
            // Paused trials may still go on: the estimator is asked again, without the choice of a new one.
            return true;
        }

        EndReason = "The strategy proposed nothing although it had every result.";
        return false;
    }

    private int Wanted(int slots) => Math.Min(Math.Max(slots, setup.Strategy.BatchSize), budget.TrialsLeft);

    private void Resume(int candidate)
    {
        var trial = ledger.SearchTrialOf(candidate)!;
        ledger.Runner = ledger.Runner with { Paused = ledger.Runner.Paused.Remove(trial.Key.Number) };
        launcher.Start(trial);
    }

    private TrialRecord? Interrupted() => ledger.SearchTrials.FirstOrDefault(trial =>
        trial.State is TrialState.Waiting or TrialState.Running && !launcher.Running.Contains(trial.Key.Number));

    // A trial whose pause is decided still holds its slot until its worker has let go of it.
    private List<int> Paused() =>
        [.. ledger.Runner.Paused.Where(trial => !launcher.Running.Contains(trial)).Select(trial => ledger.Trial(trial).Candidate)];
}
