using System.Collections.Immutable;
using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.Benchmarks.Tables;

/// <summary>A text whose scores are asked for once. Only what is scored is remembered, so it must not be cut back or written on by the model.</summary>
/// <param name="sequence">The text in the model's context.</param>
/// <param name="memory">What was asked for.</param>
/// <param name="text">How it begins.</param>
internal sealed class RememberingSequence(ILanguageModelSequence sequence, ScoreMemory memory, string text) : ILanguageModelSequence
{
    private string _text = text;

    /// <inheritdoc/>
    public int Length => sequence.Length;

    /// <inheritdoc/>
    public ValueTask<ContinuationResult> ContinueAsync(ContinuationRequest request, CancellationToken cancellation) => throw new NotSupportedException();

    /// <inheritdoc/>
    public ValueTask RewindAsync(int length, CancellationToken cancellation) => throw new NotSupportedException();

    /// <inheritdoc/>
    public ValueTask AppendAsync(string text, CancellationToken cancellation)
    {
        _text += text;
        return sequence.AppendAsync(text, cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<double>> ScoreAsync(ImmutableArray<string> continuations, CancellationToken cancellation)
    {
        var key = $"{_text}\n{string.Join('\n', continuations)}";
        if (memory.Recall(key) is { } known)
        {
            return known;
        }

        var scores = await sequence.ScoreAsync(continuations, cancellation);
        memory.Keep(key, scores);
        return scores;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => sequence.DisposeAsync();
}
