using System.Runtime.CompilerServices;
using System.Threading.Channels;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.LanguageModels.LlamaCpp.Decoding;

namespace NasDaemon.LanguageModels.LlamaCpp;

/// <summary>A model in this process's memory. Any number of requests may run at once; they are decoded together.</summary>
internal sealed class LlamaCppModel : ISteerableLanguageModel
{
    private readonly DecodingSession _session;

    /// <summary>Takes a model that is ready.</summary>
    /// <param name="info">What it is.</param>
    /// <param name="session">What decodes it; disposed of with the model.</param>
    public LlamaCppModel(LanguageModelInfo info, DecodingSession session) => (Info, _session) = (info, session);

    /// <inheritdoc/>
    public LanguageModelInfo Info { get; }

    /// <inheritdoc/>
    public ValueTask<int> CountTokensAsync(Prompt prompt, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(_session.Prompts.Read(prompt).Count);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<CompletionPart> CompleteAsync(
        CompletionRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (cancellation.IsCancellationRequested)
        {
            yield return new CompletionEnd(FinishReason.Cancelled, TokenUsage.None);
            yield break;
        }

        using var abandoned = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var parts = Channel.CreateUnbounded<CompletionPart>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        Track track;
        CompletionEnd? refused = null;
        try
        {
            track = _session.Open(request.Prompt);
            var generation = _session.Generate(RequestCheck.WithoutPrompt(request), position: 0);
            _session.Start(new CompletionJob(track, generation, parts.Writer, _session.Time, abandoned.Token), abandoned.Token);
        }
        catch (LanguageModelException exception)
        {
            (track, refused) = (new Track([]), new CompletionEnd(FinishReason.Failed, TokenUsage.None, exception.Failure));
        }

        if (refused is not null)
        {
            yield return refused;
            yield break;
        }

        var ended = false;
        try
        {
            await foreach (var part in parts.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                ended = part is CompletionEnd;
                if (!cancellation.IsCancellationRequested)
                {
                    yield return part;
                }
                else if (part is CompletionEnd end)
                {
                    // It may have been written to its end before the caller gave up; what was not read yet is not wanted.
                    yield return end with { Reason = FinishReason.Cancelled, Failure = null };
                }
            }
        }
        finally
        {
            if (!ended)
            {
                // A caller that reads no further does not want the rest either.
                await abandoned.CancelAsync().ConfigureAwait(false);
            }

            _session.Close(track);
        }
    }

    /// <inheritdoc/>
    public ValueTask<ILanguageModelSequence> OpenAsync(Prompt prompt, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(new LlamaCppSequence(_session, _session.Open(prompt)));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _session.DisposeAsync();
}
