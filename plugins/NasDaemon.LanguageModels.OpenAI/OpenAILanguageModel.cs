using System.Runtime.CompilerServices;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.LanguageModels.OpenAI.Answers;
using NasDaemon.LanguageModels.OpenAI.Connection;

namespace NasDaemon.LanguageModels.OpenAI;

/// <summary>A language model behind a server.</summary>
internal sealed class OpenAILanguageModel : ILanguageModel
{
    private readonly AnswerContext _context;
    private readonly ModelNotes _notes;
    private readonly LanguageModelInfo _info;

    /// <summary>Takes a model that has answered.</summary>
    /// <param name="context">What its answers share.</param>
    /// <param name="info">What it is.</param>
    /// <param name="notes">What is worth knowing of it.</param>
    public OpenAILanguageModel(AnswerContext context, LanguageModelInfo info, ModelNotes notes) => (_context, _info, _notes) = (context, info, notes);

    /// <inheritdoc/>
    public LanguageModelInfo Info => _info with { Notes = _notes.All };

    /// <inheritdoc/>
    public async ValueTask<int> CountTokensAsync(Prompt prompt, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        return await _context.Retry.RunAsync(() => _context.Counter.CountAsync(prompt, cancellation), _context.Tell, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<CompletionPart> CompleteAsync(CompletionRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Grammar is not null && !_context.Facts.FollowsGrammars)
        {
            yield return new CompletionEnd(FinishReason.Failed, TokenUsage.None, ServerFailures.Say(
                $"{_info.Library} at {_info.Device} cannot hold an answer to a grammar.",
                "Use llama-server or vLLM, a model of the kind llama-cpp, or settings without a grammar."));
            yield break;
        }

        using var answer = new Answer(_context, request);
        CompletionPart part;
        do
        {
            part = await answer.NextAsync(cancellation).ConfigureAwait(false);
            yield return part;
        }
        while (part is not CompletionEnd);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _context.Client.Dispose();
        return ValueTask.CompletedTask;
    }
}
