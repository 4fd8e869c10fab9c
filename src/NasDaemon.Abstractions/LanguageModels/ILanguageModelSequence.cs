using System.Collections.Immutable;

namespace NasDaemon.Abstractions.LanguageModels;

/// <summary>A text that grows in a model's context. Its calls are made one after another; several sequences of one model may be in use at once.</summary>
public interface ILanguageModelSequence : IAsyncDisposable
{
    /// <summary>Where the sequence ends now, in tokens from its start.</summary>
    int Length { get; }

    /// <summary>Samples on until a stop string is written, the model ends, or the limit is reached. What was sampled stays in the sequence, the stop string included.</summary>
    /// <param name="request">Sampling and where to stop.</param>
    /// <param name="cancellation">Ends the call within a token.</param>
    /// <returns>The text that was added, and why it ended.</returns>
    /// <exception cref="LanguageModelException">The model cannot be asked; the failure says why and what helps.</exception>
    ValueTask<ContinuationResult> ContinueAsync(ContinuationRequest request, CancellationToken cancellation);

    /// <summary>Adds text that the model did not write.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <exception cref="LanguageModelException">It does not fit, or the model cannot be asked.</exception>
    ValueTask AppendAsync(string text, CancellationToken cancellation);

    /// <summary>Cuts the sequence back. What stays is not decoded again.</summary>
    /// <param name="length">The length to cut back to: an earlier value of <see cref="Length"/>.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative or beyond the end.</exception>
    ValueTask RewindAsync(int length, CancellationToken cancellation);

    /// <summary>The probabilities of given continuations, at temperature 1. The sequence is the same before and after.</summary>
    /// <param name="continuations">The texts, 1 to 1,000 of them, none empty.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The natural logarithm of each text's probability: the sum over its tokens.</returns>
    /// <exception cref="LanguageModelException">They do not fit, or the model cannot be asked.</exception>
    ValueTask<ImmutableArray<double>> ScoreAsync(ImmutableArray<string> continuations, CancellationToken cancellation);
}
