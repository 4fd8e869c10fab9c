namespace NasDaemon.Abstractions.LanguageModels;

/// <summary>A language model that answers prompts. Any number of requests may run at once; a model that can decode several together does.</summary>
public interface ILanguageModel : IAsyncDisposable
{
    /// <summary>What the model is and what it can do.</summary>
    LanguageModelInfo Info { get; }

    /// <summary>Counts the tokens of a prompt as the model would read it, chat template included.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The count; an upper estimate where <see cref="LanguageModelInfo.CountsExactly"/> is false.</returns>
    /// <exception cref="LanguageModelException">The model cannot be asked; the failure says why and what helps.</exception>
    ValueTask<int> CountTokensAsync(Prompt prompt, CancellationToken cancellation);

    /// <summary>Answers a prompt, piece by piece as the answer is written. The last piece is always a <see cref="CompletionEnd"/>, which says also what went wrong.</summary>
    /// <param name="request">Prompt, sampling and where to stop.</param>
    /// <param name="cancellation">Stops the answer within a token; the stream then ends with <see cref="FinishReason.Cancelled"/>.</param>
    /// <returns>Pieces of text, then the end.</returns>
    IAsyncEnumerable<CompletionPart> CompleteAsync(CompletionRequest request, CancellationToken cancellation);
}
