using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.Testing.LanguageModels;

/// <summary>A language model that writes nothing; a test says how probable it finds given continuations. A token is a byte.</summary>
/// <param name="weigh">The logarithm of the probability of a continuation (second) behind a text (first).</param>
/// <param name="context">How many tokens a text may have.</param>
public sealed class WeighingModel(Func<string, string, double> weigh, int context = 100_000) : ISteerableLanguageModel
{
    private readonly Lock _lock = new();
    private readonly List<string> _asked = [];

    /// <summary>The texts behind which it was asked for probabilities.</summary>
    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (_lock)
            {
                return [.. _asked];
            }
        }
    }

    /// <inheritdoc/>
    public LanguageModelInfo Info { get; } = new("weighing", "Weighing", "none", "none", context, "none", CountsExactly: true, []);

    /// <inheritdoc/>
    public ValueTask<int> CountTokensAsync(Prompt prompt, CancellationToken cancellation) => ValueTask.FromResult(Encoding.UTF8.GetByteCount(((TextPrompt)prompt).Text));

    /// <inheritdoc/>
    public async IAsyncEnumerable<CompletionPart> CompleteAsync(CompletionRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.Yield();
        yield return new CompletionEnd(FinishReason.Stop, TokenUsage.None);
    }

    /// <inheritdoc/>
    public ValueTask<ILanguageModelSequence> OpenAsync(Prompt prompt, CancellationToken cancellation) =>
        ValueTask.FromResult<ILanguageModelSequence>(new Sequence(this, ((TextPrompt)prompt).Text));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private ImmutableArray<double> Score(string text, ImmutableArray<string> continuations)
    {
        lock (_lock)
        {
            _asked.Add(text);
        }

        return [.. continuations.Select(continuation => weigh(text, continuation))];
    }

    private sealed class Sequence(WeighingModel model, string text) : ILanguageModelSequence
    {
        private string _text = text;

        public int Length => Encoding.UTF8.GetByteCount(_text);

        public ValueTask<ContinuationResult> ContinueAsync(ContinuationRequest request, CancellationToken cancellation) =>
            ValueTask.FromResult(new ContinuationResult("", 0, FinishReason.Stop));

        public ValueTask AppendAsync(string text, CancellationToken cancellation)
        {
            _text += text;
            Assert.True(Length < model.Info.ContextLength, $"The text of {Length} tokens overflows the context of {model.Info.ContextLength}.");
            return ValueTask.CompletedTask;
        }

        public ValueTask RewindAsync(int length, CancellationToken cancellation)
        {
            _text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(_text)[..length]);
            return ValueTask.CompletedTask;
        }

        public ValueTask<ImmutableArray<double>> ScoreAsync(ImmutableArray<string> continuations, CancellationToken cancellation) =>
            ValueTask.FromResult(model.Score(_text, continuations));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
