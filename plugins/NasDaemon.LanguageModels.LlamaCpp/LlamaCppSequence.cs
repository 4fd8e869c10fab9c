using System.Collections.Immutable;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.LanguageModels.LlamaCpp.Decoding;

namespace NasDaemon.LanguageModels.LlamaCpp;

/// <summary>A text in the context of a model.</summary>
/// <param name="session">What decodes it.</param>
/// <param name="track">Its tokens.</param>
internal sealed class LlamaCppSequence(DecodingSession session, Track track) : ILanguageModelSequence
{
    private const int MostContinuations = 1000;

    /// <inheritdoc/>
    public int Length { get; private set; } = track.Tokens.Count;

    /// <inheritdoc/>
    public async ValueTask<ContinuationResult> ContinueAsync(ContinuationRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        RequireText();
        var job = new ContinuationJob(track, session.Generate(request, Length), session.Time, cancellation);
        await using var registration = session.Start(job, cancellation).ConfigureAwait(false);
        var result = await job.Result.ConfigureAwait(false);
        Length += result.Tokens;
        return result;
    }

    /// <inheritdoc/>
    public async ValueTask AppendAsync(string text, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(text);
        cancellation.ThrowIfCancellationRequested();
        var tokens = session.Prompts.ReadText(text);
        if (Length + tokens.Count >= session.ContextLength)
        {
            throw Refusal.Of(
                $"{tokens.Count} more tokens behind {Length} do not fit into the context of {session.ContextLength}.",
                "Rewind the sequence, or set a larger context.");
        }

        await session.DoAsync(() => track.Tokens.AddRange(tokens)).ConfigureAwait(false);
        Length += tokens.Count;
    }

    /// <inheritdoc/>
    public async ValueTask RewindAsync(int length, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length);
        cancellation.ThrowIfCancellationRequested();
        await session.DoAsync(() => session.Cut(track, length)).ConfigureAwait(false);
        Length = length;
    }

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<double>> ScoreAsync(ImmutableArray<string> continuations, CancellationToken cancellation)
    {
        if (continuations.IsDefaultOrEmpty || continuations.Length > MostContinuations || continuations.Any(string.IsNullOrEmpty))
        {
            throw new ArgumentException($"1 to {MostContinuations} continuations are wanted, none of them empty.", nameof(continuations));
        }

        RequireText();
        var tokens = continuations.Select(session.Prompts.ReadText).ToImmutableArray();
        var room = session.ContextLength - Length;
        if (tokens.Max(list => list.Count) > room)
        {
            throw Refusal.Of(
                $"A continuation of {tokens.Max(list => list.Count)} tokens behind {Length} does not fit into the context of {session.ContextLength}.",
                "Rewind the sequence, or set a larger context.");
        }

        var job = new ScoreJob(track, tokens, room, cancellation);
        await using var registration = session.Start(job, cancellation).ConfigureAwait(false);
        return await job.Result.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        session.Close(track);
        return ValueTask.CompletedTask;
    }

    private void RequireText()
    {
        if (Length == 0)
        {
            throw Refusal.Of("An empty sequence cannot be continued.", "Append text first.");
        }
    }
}
