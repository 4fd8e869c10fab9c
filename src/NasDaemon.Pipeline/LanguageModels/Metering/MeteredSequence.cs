using System.Collections.Immutable;
using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.Pipeline.LanguageModels.Metering;

/// <summary>A sequence whose tokens are counted.</summary>
internal sealed class MeteredSequence(ILanguageModelSequence sequence, TokenMeter meter) : ILanguageModelSequence
{
    /// <inheritdoc/>
    public int Length => sequence.Length;

    /// <inheritdoc/>
    public async ValueTask<ContinuationResult> ContinueAsync(ContinuationRequest request, CancellationToken cancellation)
    {
        var result = await sequence.ContinueAsync(request, cancellation).ConfigureAwait(false);
        meter.Wrote(result.Tokens);
        return result;
    }

    /// <inheritdoc/>
    public async ValueTask AppendAsync(string text, CancellationToken cancellation)
    {
        var before = Length;
        await sequence.AppendAsync(text, cancellation).ConfigureAwait(false);
        meter.Took(Length - before);
    }

    /// <inheritdoc/>
    public ValueTask RewindAsync(int length, CancellationToken cancellation) => sequence.RewindAsync(length, cancellation);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<double>> ScoreAsync(ImmutableArray<string> continuations, CancellationToken cancellation) =>
        sequence.ScoreAsync(continuations, cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => sequence.DisposeAsync();
}
