using System.Collections.Immutable;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.LanguageModels.LlamaCpp.Decoding;

/// <summary>
/// Asks for the probabilities of continuations. The text is decoded once; each continuation is a fork of it, and as many forks as
/// fit are decoded together. The first token of each needs nothing decoded, so that one-token continuations are free.
/// </summary>
/// <param name="track">The text.</param>
/// <param name="continuations">The continuations' tokens, none empty.</param>
/// <param name="room">How many tokens the context has beside the text.</param>
/// <param name="cancellation">Ends it early.</param>
internal sealed class ScoreJob(Track track, ImmutableArray<List<int>> continuations, int room, CancellationToken cancellation) : Job(track, cancellation)
{
    private readonly double[] _scores = new double[continuations.Length];
    private readonly TaskCompletionSource<ImmutableArray<double>> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Fork> _forks = [];
    private readonly List<(Fork Fork, int Output)> _planned = [];
    private Queue<int>? _waiting;

    /// <summary>The logarithm of each continuation's probability.</summary>
    public Task<ImmutableArray<double>> Result => _result.Task;

    /// <inheritdoc/>
    public override void Plan(DecodingBatch batch, CacheMemory memory)
    {
        _planned.Clear();
        if (_waiting is null)
        {
            base.Plan(batch, memory);
        }

        if (IsDone || _waiting is null)
        {
            return;
        }

        GiveBackFinished(memory);
        while (_waiting.Count > 0 && memory.Free > 0 && MayFork(continuations[_waiting.Peek()].Count, batch))
        {
            var fork = new Fork(_waiting.Dequeue(), memory.Take());
            memory.Share(Track.Sequence!.Value, fork.Sequence, Track.Decoded);
            fork.Left = continuations[fork.Continuation].Count - 1;
            _forks.Add(fork);
        }

        foreach (var fork in _forks)
        {
            var tokens = continuations[fork.Continuation];
            for (var index = tokens.Count - 1 - fork.Left; index < tokens.Count - 1 && batch.TokensLeft > 0 && batch.OutputsLeft > 0; index++)
            {
                _planned.Add((fork, batch.Add(tokens[index], Track.Decoded + index, fork.Sequence, output: true)));
            }
        }
    }

    /// <inheritdoc/>
    public override void Commit(Outputs outputs)
    {
        if (_waiting is null)
        {
            base.Commit(outputs);
            return;
        }

        foreach (var (fork, output) in _planned)
        {
            var tokens = continuations[fork.Continuation];
            _scores[fork.Continuation] += LogProbability.Of(tokens[tokens.Count - fork.Left], outputs[output]);
            fork.Left--;
        }

        if (_waiting.Count == 0 && _forks.TrueForAll(fork => fork.Left == 0))
        {
            Succeed();
        }
    }

    /// <inheritdoc/>
    public override void RollBack(CacheMemory memory)
    {
        if (_waiting is null)
        {
            base.RollBack(memory);
        }

        foreach (var fork in _forks)
        {
            memory.Cut(fork.Sequence, Track.Decoded + continuations[fork.Continuation].Count - 1 - fork.Left);
        }
    }

    /// <inheritdoc/>
    public override void Release(CacheMemory memory)
    {
        foreach (var fork in _forks)
        {
            memory.GiveBack(fork.Sequence);
        }

        // Where it has to wait for room in the middle, it begins anew.
        _forks.Clear();
        _planned.Clear();
        _waiting = null;
    }

    /// <inheritdoc/>
    public override void Cancel() => End(() => _result.TrySetCanceled(CancellationToken.None));

    /// <inheritdoc/>
    public override void EndForRoom() =>
        Fail(Refusal.Failure("The continuations do not fit into the context beside the text.", "Ask for fewer or shorter ones, or set a larger context."));

    /// <inheritdoc/>
    public override void Fail(Failure failure) => End(() => _result.TrySetException(new LanguageModelException(failure)));

    /// <inheritdoc/>
    protected override void Take(ReadOnlySpan<float> logits)
    {
        // Whoever goes on from here need not decode the last token again.
        Track.Logits = logits.ToArray();
        var normaliser = LogProbability.Normaliser(logits);
        _waiting = [];
        for (var index = 0; index < continuations.Length; index++)
        {
            _scores[index] = logits[continuations[index][0]] - normaliser;
            if (continuations[index].Count > 1)
            {
                _waiting.Enqueue(index);
            }
        }

        if (_waiting.Count == 0)
        {
            Succeed();
        }
    }

    private bool MayFork(int length, DecodingBatch batch)
    {
        var left = _forks.Sum(fork => fork.Left);
        var held = _forks.Sum(fork => continuations[fork.Continuation].Count);
        return left < Math.Min(batch.TokensLeft, batch.OutputsLeft) && (_forks.Count == 0 || held + length <= room);
    }

    private void GiveBackFinished(CacheMemory memory)
    {
        foreach (var fork in _forks.Where(fork => fork.Left == 0))
        {
            memory.GiveBack(fork.Sequence);
        }

        _forks.RemoveAll(fork => fork.Left == 0);
    }

    private void Succeed() => End(() => _result.TrySetResult([.. _scores]));

    private void End(Action tell)
    {
        Done();
        tell();
    }

    private sealed class Fork(int continuation, int sequence)
    {
        /// <summary>Which continuation it is.</summary>
        public int Continuation => continuation;

        /// <summary>Its sequence in the cache.</summary>
        public int Sequence => sequence;

        /// <summary>How many of its tokens are still to be decoded, the last one left out.</summary>
        public int Left { get; set; }
    }
}
