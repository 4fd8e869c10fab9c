using System.Text;
using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.Search.Prompting.Writing.Answers;

/// <summary>Takes a model's answer as it comes.</summary>
/// <param name="model">The model.</param>
internal sealed class PlainAuthor(ILanguageModel model) : IAuthor
{
    /// <inheritdoc/>
    public async Task<Answer> WriteAsync(ChatPrompt prompt, WritingRequest request, WritingLedger ledger, CancellationToken cancellation)
    {
        var text = new StringBuilder(prompt.AnswerStart);
        CompletionEnd? end = null;
        var completion = new CompletionRequest(prompt, request.Sampling, request.MaximumTokens, [], request.Grammar);
        await foreach (var part in model.CompleteAsync(completion, cancellation).ConfigureAwait(false))
        {
            switch (part)
            {
                case CompletionText piece:
                    text.Append(piece.Text);
                    break;
                case CompletionEnd last:
                    end = last;
                    break;
            }
        }

        cancellation.ThrowIfCancellationRequested();
        var usage = end?.Usage ?? TokenUsage.None;
        ledger.Spend(usage);
        return new Answer(text.ToString(), usage.Generated, end?.Reason ?? FinishReason.Failed, end?.Failure);
    }
}
