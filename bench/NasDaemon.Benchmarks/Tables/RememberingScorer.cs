using System.Text.Json;
using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.Benchmarks.Tables;

/// <summary>Gives the same probabilities again where the same continuations of the same text are scored: searches that differ in their seeds meet in the same networks.</summary>
/// <param name="model">The model.</param>
/// <param name="file">Where they are kept for another run; null for nowhere.</param>
internal sealed class RememberingScorer(ISteerableLanguageModel model, string? file) : ISteerableLanguageModel
{
    private readonly ScoreMemory _memory = new(file);

    /// <inheritdoc/>
    public LanguageModelInfo Info => model.Info;

    /// <inheritdoc/>
    public ValueTask<int> CountTokensAsync(Prompt prompt, CancellationToken cancellation) => model.CountTokensAsync(prompt, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<CompletionPart> CompleteAsync(CompletionRequest request, CancellationToken cancellation) => model.CompleteAsync(request, cancellation);

    /// <inheritdoc/>
    public async ValueTask<ILanguageModelSequence> OpenAsync(Prompt prompt, CancellationToken cancellation) =>
        new RememberingSequence(await model.OpenAsync(prompt, cancellation), _memory, JsonSerializer.Serialize(prompt));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => model.DisposeAsync();
}
