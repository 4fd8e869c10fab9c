using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.Testing.LanguageModels;

/// <summary>A language model that can be steered and whose words a test writes. A token is a character.</summary>
/// <param name="write">Everything that it would write behind the answer so far, with these sampling settings.</param>
/// <param name="context">How many tokens a prompt and its answer may have together.</param>
public sealed class ScriptedSteerableModel(Func<string, SamplingSettings, string> write, int context = 100_000) : ISteerableLanguageModel
{
    private readonly Lock _lock = new();
    private readonly List<ChatPrompt> _prompts = [];

    /// <summary>The prompts that it was given, answers and sequences together.</summary>
    public IReadOnlyList<ChatPrompt> Prompts
    {
        get
        {
            lock (_lock)
            {
                return [.. _prompts];
            }
        }
    }

    /// <inheritdoc/>
    public LanguageModelInfo Info { get; } = new("scripted", "Scripted", "none", "none", context, "none", CountsExactly: true, []);

    /// <inheritdoc/>
    public ValueTask<int> CountTokensAsync(Prompt prompt, CancellationToken cancellation) => ValueTask.FromResult(Count((ChatPrompt)prompt));

    /// <inheritdoc/>
    public async IAsyncEnumerable<CompletionPart> CompleteAsync(CompletionRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var sequence = await OpenAsync(request.Prompt, cancellation);
        var piece = await sequence.ContinueAsync(new ContinuationRequest(request.Sampling, request.MaximumTokens, request.StopStrings), cancellation);
        yield return new CompletionText(piece.Text);
        yield return new CompletionEnd(piece.Reason, new TokenUsage(Count((ChatPrompt)request.Prompt), 0, piece.Tokens, TimeSpan.Zero, TimeSpan.Zero));
    }

    /// <inheritdoc/>
    public ValueTask<ILanguageModelSequence> OpenAsync(Prompt prompt, CancellationToken cancellation)
    {
        var chat = (ChatPrompt)prompt;
        lock (_lock)
        {
            _prompts.Add(chat);
        }

        return ValueTask.FromResult<ILanguageModelSequence>(new Sequence(write, Count(chat) - chat.AnswerStart.Length, chat.AnswerStart));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static int Count(ChatPrompt prompt) => prompt.Messages.Sum(message => message.Text.Length) + prompt.AnswerStart.Length;

    private sealed class Sequence(Func<string, SamplingSettings, string> write, int prompt, string text) : ILanguageModelSequence
    {
        private string _text = text;

        public int Length => prompt + _text.Length;

        public ValueTask<ContinuationResult> ContinueAsync(ContinuationRequest request, CancellationToken cancellation)
        {
            var rest = write(_text, request.Sampling);
            var stop = request.StopStrings.Select(stop => rest.IndexOf(stop, StringComparison.Ordinal) is var index and >= 0 ? index + stop.Length : int.MaxValue)
                .Append(int.MaxValue).Min();
            var length = Math.Min(Math.Min(stop, rest.Length), request.MaximumTokens);
            var reason = length == stop || length == rest.Length ? FinishReason.Stop : FinishReason.Length;
            _text += rest[..length];
            return ValueTask.FromResult(new ContinuationResult(rest[..length], length, reason));
        }

        public ValueTask AppendAsync(string text, CancellationToken cancellation)
        {
            _text += text;
            return ValueTask.CompletedTask;
        }

        public ValueTask RewindAsync(int length, CancellationToken cancellation)
        {
            _text = _text[..(length - prompt)];
            return ValueTask.CompletedTask;
        }

        public ValueTask<ImmutableArray<double>> ScoreAsync(ImmutableArray<string> continuations, CancellationToken cancellation) =>
            ValueTask.FromResult(continuations.Select(_ => 0.0).ToImmutableArray());

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
