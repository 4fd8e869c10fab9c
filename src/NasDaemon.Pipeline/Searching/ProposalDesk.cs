using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Pipeline.Searching;

/// <summary>
/// Asks the strategy for candidates. Where the answer takes long, the task's loop goes on: the strategy is left alone until it has
/// answered, and is then told what happened meanwhile.
/// </summary>
internal sealed class ProposalDesk(TaskLedger ledger, SearchSetup setup, OutcomeObserver observer, TaskEvents events) : IAsyncDisposable
{
    // Timers do not run for longer; a strategy that thinks for weeks is asked again.
    private static readonly TimeSpan LongestTime = TimeSpan.FromDays(20);

    private Task<Proposals>? _answer;
    private CancellationTokenSource? _limit;

    /// <summary>Whether the strategy is thinking.</summary>
    public bool IsAsking => _answer is not null;

    /// <summary>Whether the strategy will never propose again.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>Whether the strategy may be asked now: not where it has said that it waits for an outcome that has not come yet.</summary>
    public bool MayAsk => !IsAsking && !IsExhausted && !observer.IsAwaited;

    /// <summary>Asks for candidates; they are noted at once where they are there at once, else by a later <see cref="TakeAsync"/>.</summary>
    /// <param name="wanted">How many.</param>
    /// <param name="time">How long the strategy may think; null without limit of the task's own.</param>
    /// <param name="cancellation">Ends the question early.</param>
    public async Task AskAsync(int wanted, TimeSpan? time, CancellationToken cancellation)
    {
        _limit = new CancellationTokenSource(time < LongestTime ? time.Value : LongestTime, setup.Time);
        var linked = CancellationTokenSource.CreateLinkedTokenSource(_limit.Token, cancellation);
        ledger.IsStrategyBusy = true;
        _answer = AnswerAsync(wanted, linked);
        if (_answer.IsCompleted)
        {
            await TakeAsync().ConfigureAwait(false);
        }
        else
        {
            _ = TellAsync(_answer);
        }
    }

    /// <summary>Takes the strategy's answer where it is there.</summary>
    public async Task TakeAsync()
    {
        if (_answer is not { IsCompleted: true } answer)
        {
            return;
        }

        _answer = null;
        _limit?.Dispose();
        _limit = null;
        ledger.IsStrategyBusy = false;
        var proposals = await answer.ConfigureAwait(false);
        foreach (var candidate in proposals.Candidates)
        {
            ledger.Put(New(candidate));
        }

        IsExhausted = proposals.IsExhausted;
        observer.TellHeld(isAnythingAwaited: proposals.Candidates.Count == 0);
        ledger.Commit();
    }

    /// <summary>Gives up a question that nobody needs an answer to any more.</summary>
    public void GiveUp() => _limit?.Cancel();

    public async ValueTask DisposeAsync()
    {
        if (_answer is { } answer)
        {
            GiveUp();
            await ((Task)answer).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _limit?.Dispose();
        }
    }

    private async Task<Proposals> AnswerAsync(int wanted, CancellationTokenSource linked)
    {
        using (linked)
        {
            try
            {
                return await setup.Strategy.ProposeAsync(wanted, linked.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (linked.IsCancellationRequested)
            {
                // What it would have proposed comes again after a restart, or is not needed.
                return new Proposals([]);
            }
        }
    }

    private async Task TellAsync(Task answer)
    {
        await answer.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        events.Tell(new ProposalsEvent());
    }

    private CandidateRecord New(Candidate candidate) => new(
        ledger.Task.Id,
        ledger.Candidates.Count + 1,
        candidate,
        CandidateState.Proposed,
        SourceFingerprint: "",
        GraphFingerprint: null,
        Architecture: null,
        Failure: null,
        DuplicateOf: null,
        DuplicateLevel: null,
        ledger.Now);
}
