using NasDaemon.Abstractions.Estimation;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Pipeline.Candidates;
using NasDaemon.Pipeline.Trials;

namespace NasDaemon.Pipeline.Searching;

/// <summary>
/// Brings the next network to train: asks the strategy for candidates, judges them, and books what is refused, known or
/// dropped on the way. Every candidate is one commit, and its observation is part of it.
/// </summary>
internal sealed class CandidateIntake(TaskLedger ledger, SearchSetup setup, SearchBudget budget, ProposalDesk desk, OutcomeObserver observer)
{
    /// <summary>So many candidates in a row without a network to train mean that the space holds no more.</summary>
    public const int FruitlessLimit = 1000;

    private readonly CandidateJudge _judge = new(setup.Task, setup.Shape, setup.Tracer, setup.Store);
    private int _fruitless;

    /// <summary>Why there will be no more networks; null where there may be.</summary>
    public string? Exhausted => ledger.FirstProposed() is null || _fruitless >= FruitlessLimit ? Reason() : null;

    /// <summary>Whether the strategy is thinking about the next candidates.</summary>
    public bool IsAsking => desk.IsAsking;

    /// <summary>Finds the next network that counts as a trial.</summary>
    /// <param name="wanted">How many are wanted soon, so that a strategy can propose several at once.</param>
    /// <param name="cancellation">Ends a proposal early.</param>
    /// <returns>
    /// Its trial: waiting, or finished where an earlier task has the result. Null where the strategy is thinking or waits for
    /// observations, or there are no more.
    /// </returns>
    public async Task<TrialRecord?> NextAsync(int wanted, CancellationToken cancellation)
    {
        while (_fruitless < FruitlessLimit && await NextProposedAsync(wanted, cancellation).ConfigureAwait(false) is { } candidate)
        {
            if (BookFruit(candidate) is { } trial)
            {
                return trial;
            }
        }

        return null;
    }

    /// <summary>Has the strategy think ahead until a new network is there for the next free slot.</summary>
    /// <param name="wanted">How many are wanted soon.</param>
    /// <param name="cancellation">Ends a proposal early.</param>
    public async Task PrepareAsync(int wanted, CancellationToken cancellation)
    {
        while (_fruitless < FruitlessLimit && budget.MayBegin && await NextProposedAsync(wanted, cancellation).ConfigureAwait(false) is { } candidate)
        {
            if (_judge.Judge(candidate.Candidate, ledger.SearchTrialOfNetwork).Verdict is NewVerdict)
            {
                return;
            }

            BookFruit(candidate);
        }
    }

    /// <summary>Takes what the strategy has thought of, where it is done.</summary>
    public Task TakeAsync() => desk.TakeAsync();

    /// <summary>Lets the strategy think no further.</summary>
    public void GiveUp() => desk.GiveUp();

    private string? Reason() => (_fruitless >= FruitlessLimit, desk.IsExhausted, budget.ProposalsLeft) switch
    {
        (true, _, _) => $"The space is exhausted: {FruitlessLimit:N0} candidates in a row brought no new network.",
        (_, true, _) => "The space is exhausted: the strategy has no more candidates.",
        (_, _, 0) => "All proposals of the budget were made.",
        _ => null,
    };

    private TrialRecord? BookFruit(CandidateRecord candidate)
    {
        var trial = Book(candidate);
        _fruitless = trial is null ? _fruitless + 1 : 0;
        if (trial is null)
        {
            ledger.Commit();
        }

        return trial;
    }

    private async Task<CandidateRecord?> NextProposedAsync(int wanted, CancellationToken cancellation)
    {
        if (ledger.FirstProposed() is null && desk.MayAsk && budget.ProposalsLeft > 0)
        {
            await desk.AskAsync(Math.Min(wanted, budget.ProposalsLeft), budget.TimeLeft, cancellation).ConfigureAwait(false);
        }

        return ledger.FirstProposed();
    }

    private TrialRecord? Book(CandidateRecord candidate)
    {
        var judgement = _judge.Judge(candidate.Candidate, ledger.SearchTrialOfNetwork);
        candidate = candidate with
        {
            SourceFingerprint = judgement.SourceFingerprint,
            Architecture = judgement.Architecture,
            GraphFingerprint = judgement.GraphFingerprint,
        };
        return judgement.Verdict switch
        {
            RefusedVerdict refused => BookRefused(candidate, refused),
            KnownVerdict known when known.Trial.Key.Task == ledger.Task.Id => BookRepeat(candidate, known),
            KnownVerdict known => BookReused(candidate, known),
            _ => BookNew(candidate),
        };
    }

    private TrialRecord? BookRefused(CandidateRecord candidate, RefusedVerdict verdict)
    {
        ledger.Put(candidate with { State = CandidateState.Refused, Failure = verdict.Failure });
        observer.Tell(candidate, new RefusedOutcome(verdict.Failure));
        return null;
    }

    private TrialRecord? BookRepeat(CandidateRecord candidate, KnownVerdict verdict)
    {
        candidate = candidate with { State = CandidateState.Duplicate, DuplicateOf = verdict.Trial.Key, DuplicateLevel = verdict.Level };
        ledger.Put(candidate);
        observer.TellRepeat(candidate, verdict.Trial);
        return null;
    }

    private TrialRecord BookReused(CandidateRecord candidate, KnownVerdict verdict)
    {
        candidate = candidate with { State = CandidateState.Duplicate, DuplicateOf = verdict.Trial.Key, DuplicateLevel = verdict.Level };
        ledger.Put(candidate);
        var trial = ledger.NewTrial(candidate, TrialKind.Search, Recipe.ForSearch(setup.Task)) with { State = TrialState.Finished, Score = verdict.Trial.Score, Ended = ledger.Now };
        ledger.Put(trial);
        foreach (var epoch in setup.Store.Epochs(verdict.Trial.Key))
        {
            ledger.Put(trial.Key, epoch.Metrics);
        }

        setup.Estimator.TakeOver(candidate.Number, candidate.Candidate, candidate.Architecture!, verdict.Trial.Score!);
        observer.Tell(candidate, new DuplicateOutcome(verdict.Level, Of: null, verdict.Trial.Score!));
        ledger.Commit();
        return trial;
    }

    private TrialRecord? BookNew(CandidateRecord candidate)
    {
        switch (setup.Estimator.Screen(candidate.Number, candidate.Candidate, candidate.Architecture!))
        {
            case DropDecision drop:
                ledger.Put(candidate with { State = CandidateState.Dropped });
                observer.Tell(candidate, new DroppedOutcome(drop.Reason));
                return null;
            case AnswerDecision answer:
                ledger.Put(candidate with { State = CandidateState.Answered });
                observer.Tell(candidate, new TrainedOutcome(answer.Score));
                return null;
            case TrainDecision train:
                ledger.Put(candidate with { State = CandidateState.Trial });
                var trial = ledger.NewTrial(candidate, TrialKind.Search, Recipe.ForSearch(setup.Task, train.Fidelity));
                ledger.Put(trial);
                return trial;
            case var other:
                throw new InvalidOperationException($"The estimator's answer {other.GetType().Name} is not known.");
        }
    }
}
