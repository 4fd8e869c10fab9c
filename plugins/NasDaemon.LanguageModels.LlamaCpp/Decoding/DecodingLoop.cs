using System.Collections.Concurrent;
using NasDaemon.Abstractions.Failures;
using NasDaemon.LanguageModels.LlamaCpp.Interop;

namespace NasDaemon.LanguageModels.LlamaCpp.Decoding;

/// <summary>
/// The one thread that touches the context. Every round decodes one batch, in which all running requests have their next tokens;
/// requests join and leave between rounds.
/// </summary>
internal sealed class DecodingLoop : IAsyncDisposable
{
    private const int Decoded = 0;
    private const int NoRoom = 1;
    private const int Aborted = 2;

    private readonly ContextHandle _context;
    private readonly NativeLog _log;
    private readonly CacheMemory _memory;
    private readonly Outputs _outputs;
    private readonly DecodingBatch _batch;
    private readonly AbortFlag _abort;
    private readonly JobQueue _jobs;
    private readonly BlockingCollection<Action> _inbox = [];
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Starts the thread.</summary>
    /// <param name="context">The context; disposed of with the loop.</param>
    /// <param name="limits">How much is decoded at once.</param>
    /// <param name="vocabularySize">How many tokens are scored.</param>
    /// <param name="abort">What the context asks whether to leave off.</param>
    /// <param name="log">What the library complains about.</param>
    public DecodingLoop(ContextHandle context, DecodingLimits limits, int vocabularySize, AbortFlag abort, NativeLog log)
    {
        (_context, _abort, _log) = (context, abort, log);
        _memory = new CacheMemory(context, DecodingLimits.CacheSequences);
        _outputs = new Outputs(context, vocabularySize);
        _batch = new DecodingBatch(limits.Batch);
        Tracks = new TrackTable(_memory, limits.Retained);
        _jobs = new JobQueue(Tracks, _memory, limits.Sequences);
        new Thread(Run) { IsBackground = true, Name = "llama.cpp decoding" }.Start();
    }

    /// <summary>The texts in the cache; for the decoding thread only.</summary>
    public TrackTable Tracks { get; }

    /// <summary>Has something done on the decoding thread, between two batches.</summary>
    /// <param name="action">What.</param>
    public void Post(Action action)
    {
        try
        {
            _inbox.Add(action);
        }
        catch (InvalidOperationException exception)
        {
            throw new ObjectDisposedException("The model was disposed of.", exception);
        }
    }

    /// <summary>The same, where it is all one whether the loop has ended.</summary>
    /// <param name="action">What.</param>
    public void TryPost(Action action)
    {
        try
        {
            Post(action);
        }
        catch (ObjectDisposedException)
        {
            // What was to be tidied is gone with the context.
        }
    }

    /// <summary>Cuts a text back; on the decoding thread.</summary>
    /// <param name="track">The text.</param>
    /// <param name="length">How many tokens stay.</param>
    public void Cut(Track track, int length)
    {
        track.Tokens.RemoveRange(length, track.Tokens.Count - length);
        track.Logits = null;
        if (track.Decoded > length && track.Sequence is { } sequence)
        {
            _memory.Cut(sequence, length);
            track.Decoded = length;
        }
    }

    /// <summary>Starts a request.</summary>
    /// <param name="job">The request.</param>
    /// <param name="cancellation">Its cancellation.</param>
    /// <returns>Disposed of when the request has ended.</returns>
    public CancellationTokenRegistration Start(Job job, CancellationToken cancellation)
    {
        Post(() => _jobs.Add(job));

        // A batch that reads a long prompt takes seconds: it is broken off, and the others' part of it is decoded again.
        return cancellation.Register(_abort.Raise);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_inbox.IsAddingCompleted)
        {
            _inbox.CompleteAdding();
            _abort.Raise();
        }

        await _ended.Task.ConfigureAwait(false);
    }

    private void Run()
    {
        try
        {
            while (TakeMessages())
            {
                DecodeGuarded();
            }
        }
        finally
        {
            _jobs.FailAll(new Failure(FailureClass.LanguageModel, "The model was disposed of."));
            _batch.Dispose();
            _context.Dispose();
            _inbox.Dispose();
            _ended.SetResult();
        }
    }

    private bool TakeMessages()
    {
        if (_jobs.IsEmpty)
        {
            if (!_inbox.TryTake(out var first, Timeout.Infinite))
            {
                return false;
            }

            first();
        }

        // From here on a cancellation is seen either below or by the batch.
        _abort.Lower();
        while (_inbox.TryTake(out var next))
        {
            next();
        }

        return !_inbox.IsCompleted;
    }

    private void DecodeGuarded()
    {
        try
        {
            DecodeOnce();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // One request's misfortune ends the others too, but never the thread that all later ones need.
            _jobs.RollBack();
            _jobs.FailAll(Refusal.Failure($"{exception.GetType().Name}: {exception.Message}"));
        }
    }

    private void DecodeOnce()
    {
        _jobs.EndCancelled();
        _jobs.Admit();
        _batch.Clear();
        _jobs.Plan(_batch);
        if (_batch.Count == 0)
        {
            if (!_jobs.AnyDone)
            {
                _jobs.MakeRoom();
            }

            _jobs.RemoveDone();
            return;
        }

        switch (Llama.llama_decode(_context, _batch.ToNative()))
        {
            case Decoded:
                _jobs.Commit(_outputs);
                break;
            case NoRoom:
                _jobs.MakeRoom();
                break;
            case Aborted:
                _jobs.RollBack();
                break;
            case var code:
                _jobs.RollBack();
                _jobs.FailAll(Refusal.Failure($"llama.cpp could not decode a batch of {_batch.Count} tokens (code {code}): {_log.Take()}"));
                break;
        }
    }
}
