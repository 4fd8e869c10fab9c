using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.LanguageModels.LlamaCpp.Reading;
using NasDaemon.LanguageModels.LlamaCpp.Sampling;

namespace NasDaemon.LanguageModels.LlamaCpp.Decoding;

/// <summary>What requests work with: the model's words on one side, the decoding thread on the other.</summary>
internal sealed class DecodingSession : IAsyncDisposable
{
    // An odd number with its bits well mixed: the golden ratio's, as generators of random numbers use it.
    private const long SeedStep = unchecked((long)0x9E3779B97F4A7C15);

    private readonly Vocabulary _vocabulary;
    private readonly CandidateBuffer _buffer;
    private readonly DecodingLoop _loop;
    private readonly IDisposable _model;

    /// <summary>Takes its parts.</summary>
    /// <param name="model">The model; disposed of with the session.</param>
    /// <param name="vocabulary">Its vocabulary.</param>
    /// <param name="prompts">How its prompts are read.</param>
    /// <param name="loop">The decoding thread; disposed of with the session.</param>
    /// <param name="contextLength">How long a text may become.</param>
    /// <param name="time">The clock.</param>
    public DecodingSession(IDisposable model, Vocabulary vocabulary, PromptReader prompts, DecodingLoop loop, int contextLength, TimeProvider time)
    {
        (_model, _vocabulary, _loop) = (model, vocabulary, loop);
        (Prompts, ContextLength, Time) = (prompts, contextLength, time);
        _buffer = new CandidateBuffer(vocabulary.Size);
    }

    /// <summary>How prompts are read.</summary>
    public PromptReader Prompts { get; }

    /// <summary>How long a text may become.</summary>
    public int ContextLength { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>Begins a text with a prompt. Nothing is decoded yet.</summary>
    /// <exception cref="LanguageModelException">It does not fit.</exception>
    public Track Open(Prompt prompt)
    {
        var tokens = Prompts.Read(prompt);
        if (tokens.Count == 0)
        {
            throw Refusal.Of("An empty prompt cannot be continued.", "Give the model some text.");
        }

        return tokens.Count < ContextLength
            ? new Track(tokens)
            : throw Refusal.Of(
                $"The prompt has {tokens.Count} tokens and the context has {ContextLength}.",
                "Shorten the prompt, or set the model's option context higher.");
    }

    /// <summary>Prepares to write a text on.</summary>
    /// <param name="request">How.</param>
    /// <param name="position">Where in a sequence, so that a caller who gives the same seed for every line does not draw the same numbers for each.</param>
    /// <exception cref="LanguageModelException">The request asks for what cannot be.</exception>
    public Generation Generate(ContinuationRequest request, int position)
    {
        if (RequestCheck.Problem(request) is { } problem)
        {
            throw Refusal.Of(problem, null);
        }

        GrammarCheck? grammar = null;
        if (request.Grammar is { } text)
        {
            grammar = GrammarCheck.TryParse(text, _vocabulary)
                ?? throw Refusal.Of("The grammar cannot be used.", "It must be GBNF with a rule root and without left recursion.");
        }

        var sampling = request.Sampling with { Seed = unchecked(request.Sampling.Seed + (position * SeedStep)) };
        return new Generation(request, new TokenSampler(_vocabulary, sampling, grammar), _vocabulary, _buffer, ContextLength);
    }

    /// <summary>Starts a request.</summary>
    public CancellationTokenRegistration Start(Job job, CancellationToken cancellation) => _loop.Start(job, cancellation);

    /// <summary>Has something done to a text between two batches.</summary>
    public Task DoAsync(Action action)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _loop.Post(() =>
        {
            action();
            done.SetResult();
        });
        return done.Task;
    }

    /// <summary>Cuts a text back; on the decoding thread.</summary>
    public void Cut(Track track, int length) => _loop.Cut(track, length);

    /// <summary>Gives a text up; its beginning is kept for later prompts.</summary>
    public void Close(Track track) => _loop.TryPost(() => _loop.Tracks.Retain(track));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _loop.DisposeAsync().ConfigureAwait(false);
        _buffer.Dispose();
        _model.Dispose();
    }
}
