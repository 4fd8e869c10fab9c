using System.Collections.Immutable;
using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.Benchmarks.Tables;

/// <summary>A text whose scores are asked for once. A text that was cut back is not known letter by letter any more, and its scores are asked for anew.</summary>
/// <param name="sequence">The text in the model's context.</param>
/// <param name="memory">What was asked for.</param>
/// <param name="text">How it begins.</param>
internal sealed class RememberingSequence(ILanguageModelSequence sequence, ScoreMemory memory, string text) : ILanguageModelSequence
{
    private string? _text = text;

    /// <inheritdoc/>
    public int Length => sequence.Length;

    /// <inheritdoc/>
    public async ValueTask<ContinuationResult> ContinueAsync(ContinuationRequest request, CancellationToken cancellation)
    {
        var result = await sequence.ContinueAsync(request, cancellation);
        Add(result.Text);
        return result;
    }

    /// <inheritdoc/>
    public ValueTask RewindAsync(int length, CancellationToken cancellation)
    {
        _text = null;
        return sequence.RewindAsync(length, cancellation);
    }

    /// <inheritdoc/>
    public ValueTask AppendAsync(string text, CancellationToken cancellation)
    {
        Add(text);
        return sequence.AppendAsync(text, cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<double>> ScoreAsync(ImmutableArray<string> continuations, CancellationToken cancellation)
    {
        if (_text is null)
        {
            return await sequence.ScoreAsync(continuations, cancellation);
        }

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

    private void Add(string text) => _text = _text is null ? null : _text + text;
}
