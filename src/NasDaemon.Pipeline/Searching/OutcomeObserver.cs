using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Pipeline.Searching;

/// <summary>
/// Tells the strategy what became of each candidate, exactly once. A trial is told of when it ends or first pauses, and with it
/// every candidate that turned out to be the same network in the meantime. While the strategy thinks, what it is told waits, in the books.
/// </summary>
internal sealed class OutcomeObserver(TaskLedger ledger, ISearchStrategy strategy)
{
    /// <summary>Whether the strategy had nothing to propose and has not been told anything since.</summary>
    public bool IsAwaited { get; private set; }

    /// <summary>Tells of a candidate that gets no trial of its own.</summary>
    public void Tell(CandidateRecord candidate, Outcome outcome)
    {
        if (ledger.IsStrategyBusy)
        {
            ledger.Runner = ledger.Runner with { Held = ledger.Runner.Held.Add(new HeldOutcome(candidate.Number, outcome)) };
            return;
        }

        IsAwaited = false;
        strategy.Observe(new Observation(candidate.Number, candidate.Candidate, outcome));
    }

    /// <summary>Tells what had to wait while the strategy was thinking.</summary>
    /// <param name="isAnythingAwaited">Whether the strategy had nothing to propose.</param>
    public void TellHeld(bool isAnythingAwaited)
    {
        IsAwaited = isAnythingAwaited;
        var held = ledger.Runner.Held;
        ledger.Runner = ledger.Runner with { Held = [] };
        foreach (var outcome in held)
        {
            Tell(ledger.Candidate(outcome.Candidate), outcome.Outcome);
        }
    }

    /// <summary>Tells of a candidate that repeats a network of this task; where that network's result is not known yet, later.</summary>
    public void TellRepeat(CandidateRecord candidate, TrialRecord of)
    {
        if (IsTold(of))
        {
            Tell(candidate, Repeated(candidate, of));
        }
    }

    /// <summary>Tells of a trial that paused or ended, where that was not told before.</summary>
    public void TellTrial(TrialRecord trial, bool hasEnded)
    {
        if (!ledger.Runner.ObservedEarly.Contains(trial.Key.Number))
        {
            Tell(ledger.Candidate(trial.Candidate), Trained(trial));
            foreach (var repeat in ledger.Candidates.Where(candidate => candidate.DuplicateOf == trial.Key))
            {
                Tell(repeat, Repeated(repeat, trial));
            }
        }

        ledger.Runner = ledger.Runner with
        {
            ObservedEarly = hasEnded
                ? ledger.Runner.ObservedEarly.Remove(trial.Key.Number)
                : ledger.Runner.ObservedEarly.Add(trial.Key.Number),
        };
    }

    private bool IsTold(TrialRecord trial) => trial.Ended is not null || ledger.Runner.ObservedEarly.Contains(trial.Key.Number);

    private static Outcome Trained(TrialRecord trial) => trial switch
    {
        { Failure: { } failure } => new FailedOutcome(failure),
        _ => new TrainedOutcome(trial.Score!),
    };

    private static Outcome Repeated(CandidateRecord candidate, TrialRecord of) => of switch
    {
        { Failure: { } failure } => new FailedOutcome(failure),
        _ => new DuplicateOutcome(candidate.DuplicateLevel!.Value, of.Candidate, of.Score!),
    };
}
