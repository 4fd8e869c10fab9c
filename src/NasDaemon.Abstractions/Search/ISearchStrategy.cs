namespace NasDaemon.Abstractions.Search;

/// <summary>
/// Proposes candidates and observes what became of them. Calls never overlap. The state is a snapshot that is stored in the
/// same transaction as the proposals or the observation that changed it.
/// </summary>
public interface ISearchStrategy
{
    /// <summary>
    /// Whether proposing takes long, as where a language model writes: such a strategy is asked for its next candidates while networks
    /// train, and what ends meanwhile is observed when the proposals are there.
    /// </summary>
    bool ProposesAhead => false;

    /// <summary>
    /// How many candidates it likes to propose at once, at least 1: where several cost little more than one, as from one prompt, so many are
    /// asked for although fewer can train.
    /// </summary>
    int BatchSize => 1;

    /// <summary>Proposes candidates.</summary>
    /// <param name="count">How many are wanted; at least 1. Fewer are allowed: none means that it waits for observations.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The proposals.</returns>
    ValueTask<Proposals> ProposeAsync(int count, CancellationToken cancellation);

    /// <summary>Takes notice of what became of a candidate: every proposal is observed exactly once, a paused trial at its first pause.</summary>
    /// <param name="observation">The candidate and its outcome.</param>
    void Observe(Observation observation);

    /// <summary>What the report should say about this search, from the strategy's state.</summary>
    /// <returns>Sentences; empty where there is nothing to say.</returns>
    IReadOnlyList<string> Describe() => [];

    /// <summary>The whole state as text that <see cref="Restore"/> understands.</summary>
    /// <returns>JSON.</returns>
    string Snapshot();

    /// <summary>Goes on from a snapshot of an earlier process.</summary>
    /// <param name="snapshot">What <see cref="Snapshot"/> returned.</param>
    void Restore(string snapshot);
}

/// <summary>What a strategy proposes at once.</summary>
/// <param name="Candidates">The candidates, best first.</param>
/// <param name="IsExhausted">True where the strategy will never propose again, e.g. since the space is used up.</param>
public sealed record Proposals(IReadOnlyList<Candidate> Candidates, bool IsExhausted = false);
