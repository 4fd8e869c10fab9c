using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.Search.Prompting.Writing.Answers;

/// <summary>Gets one answer from a language model.</summary>
internal interface IAuthor
{
    /// <summary>Gets an answer.</summary>
    /// <param name="prompt">What is asked.</param>
    /// <param name="request">Sampling, limit, and what is done while the answer is written.</param>
    /// <param name="ledger">Learns what it cost.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The answer; what the model did wrong is in it.</returns>
    Task<Answer> WriteAsync(ChatPrompt prompt, WritingRequest request, WritingLedger ledger, CancellationToken cancellation);
}
