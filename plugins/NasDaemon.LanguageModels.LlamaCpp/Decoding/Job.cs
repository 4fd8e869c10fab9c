using NasDaemon.Abstractions.Failures;

namespace NasDaemon.LanguageModels.LlamaCpp.Decoding;

/// <summary>A request that works on a text. Only the decoding thread calls it; each round it plans, the batch is decoded, and it takes the outcome.</summary>
/// <param name="track">The text.</param>
/// <param name="cancellation">Ends it early.</param>
internal abstract class Job(Track track, CancellationToken cancellation)
{
    private const int NoOutput = -1;
    private int _planned;
    private int _output = NoOutput;

    /// <summary>The text.</summary>
    public Track Track { get; } = track;

    /// <summary>Whether its caller gave up.</summary>
    public bool IsCancelled => cancellation.IsCancellationRequested;

    /// <summary>Whether it has ended.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Whether a prompt is still being read, in which case it wants many tokens decoded at once.</summary>
    public bool IsReading => Track.Tokens.Count - Track.Decoded > 1;

    /// <summary>Adds what it wants decoded next, as much as fits.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="memory">The cache.</param>
    public virtual void Plan(DecodingBatch batch, CacheMemory memory)
    {
        (_planned, _output) = (0, NoOutput);
        if (Track.Decoded == Track.Tokens.Count && !TakeKeptLogits(memory))
        {
            return;
        }

        var sequence = Track.Sequence!.Value;
        var wanted = Track.Tokens.Count - Track.Decoded;
        _planned = Math.Min(batch.OutputsLeft > 0 ? wanted : wanted - 1, batch.TokensLeft);
        for (var offset = 0; offset < _planned; offset++)
        {
            var position = Track.Decoded + offset;
            var isLast = position == Track.Tokens.Count - 1;
            var index = batch.Add(Track.Tokens[position], position, sequence, isLast);
            _output = isLast ? index : NoOutput;
        }
    }

    /// <summary>Takes the outcome of a batch that was decoded.</summary>
    /// <param name="outputs">The scores that it brought.</param>
    public virtual void Commit(Outputs outputs)
    {
        if (_planned > 0)
        {
            Track.Decoded += _planned;
            Track.Logits = null;
        }

        if (_output != NoOutput)
        {
            Take(outputs[_output]);
        }
    }

    /// <summary>Undoes what a batch that was not decoded to its end may have left in the cache.</summary>
    /// <param name="memory">The cache.</param>
    public virtual void RollBack(CacheMemory memory)
    {
        if (Track.Sequence is { } sequence)
        {
            memory.Cut(sequence, Track.Decoded);
        }
    }

    /// <summary>Ends it since its caller gave up.</summary>
    public abstract void Cancel();

    /// <summary>Ends it since the context has no room for more, though nothing else is in it.</summary>
    public abstract void EndForRoom();

    /// <summary>Ends it with a failure.</summary>
    /// <param name="failure">What went wrong.</param>
    public abstract void Fail(Failure failure);

    /// <summary>Gives back what it holds in the cache besides its text.</summary>
    /// <param name="memory">The cache.</param>
    public virtual void Release(CacheMemory memory)
    {
    }

    /// <summary>Called when its text has a place in the cache.</summary>
    public virtual void Begin()
    {
    }

    /// <summary>Takes the scores of what follows the text's last token.</summary>
    /// <param name="logits">The scores.</param>
    protected abstract void Take(ReadOnlySpan<float> logits);

    /// <summary>Notes that it has ended.</summary>
    protected void Done() => IsDone = true;

    // Scores that were kept spare a token; without them the last one is decoded again.
    private bool TakeKeptLogits(CacheMemory memory)
    {
        if (Track.Logits is { } kept)
        {
            Track.Logits = null;
            Take(kept);
            return !IsDone && Track.Decoded < Track.Tokens.Count;
        }

        Track.Decoded--;
        memory.Cut(Track.Sequence!.Value, Track.Decoded);
        return true;
    }
}
