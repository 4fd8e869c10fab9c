using System.Runtime.CompilerServices;
using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.Testing.LanguageModels;

/// <summary>A language model whose answers a test writes. A token is three characters.</summary>
/// <param name="answer">The answer to a request; throws <see cref="LanguageModelException"/> where the model is to fail.</param>
/// <param name="context">How many tokens a prompt and its answer may have together.</param>
public sealed class ScriptedModel(Func<CompletionRequest, string> answer, int context = 16_384) : ILanguageModel
{
    private const int CharactersOfToken = 3;
    private const int PieceLength = 48;

    private readonly Lock _lock = new();
    private readonly List<CompletionRequest> _requests = [];

    /// <summary>What it was asked so far.</summary>
    public IReadOnlyList<CompletionRequest> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    /// <inheritdoc/>
    public LanguageModelInfo Info { get; } = new("scripted", "Scripted", "none", "none", context, "none", CountsExactly: true, []);

    /// <inheritdoc/>
    public ValueTask<int> CountTokensAsync(Prompt prompt, CancellationToken cancellation) => ValueTask.FromResult(Count(prompt));

    /// <inheritdoc/>
    public async IAsyncEnumerable<CompletionPart> CompleteAsync(CompletionRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        lock (_lock)
        {
            _requests.Add(request);
        }

        await Task.Yield();
        var prompt = Count(request.Prompt);
        Assert.True(prompt + 1 < Info.ContextLength, $"A prompt of {prompt} tokens overflows the context of {Info.ContextLength}.");
        if (Write(request, out var text) is { } failed)
        {
            yield return failed;
            yield break;
        }

        var room = Math.Min(request.MaximumTokens, Info.ContextLength - prompt) * CharactersOfToken;
        var written = text.Length > room ? text[..room] : text;
        for (var position = 0; position < written.Length && !cancellation.IsCancellationRequested; position += PieceLength)
        {
            yield return new CompletionText(written.Substring(position, Math.Min(PieceLength, written.Length - position)));
        }

        var reason = cancellation.IsCancellationRequested ? FinishReason.Cancelled : text.Length > room ? FinishReason.Length : FinishReason.Stop;
        yield return new CompletionEnd(reason, Usage(prompt, written));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static TokenUsage Usage(int prompt, string text) =>
        new(prompt, 0, text.Length / CharactersOfToken, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(2));

    private static int Count(Prompt prompt) => prompt switch
    {
        ChatPrompt chat => chat.Messages.Sum(message => (message.Text.Length / CharactersOfToken) + 4) + (chat.AnswerStart.Length / CharactersOfToken),
        TextPrompt text => text.Text.Length / CharactersOfToken,
        _ => throw new ArgumentException($"{prompt.GetType().Name} is not known.", nameof(prompt)),
    };

    private CompletionEnd? Write(CompletionRequest request, out string text)
    {
        try
        {
            text = answer(request);
            return null;
        }
        catch (LanguageModelException exception)
        {
            text = string.Empty;
            return new CompletionEnd(FinishReason.Failed, Usage(Count(request.Prompt), text), exception.Failure);
        }
    }
}
