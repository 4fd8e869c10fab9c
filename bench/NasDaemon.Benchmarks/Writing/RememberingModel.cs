using System.Runtime.CompilerServices;
using System.Text.Json;
using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.Benchmarks.Writing;

/// <summary>Gives the same answer again where the same was asked with the same seed, so that arms which begin alike are not written twice.</summary>
/// <param name="model">The model.</param>
internal sealed class RememberingModel(ISteerableLanguageModel model) : ISteerableLanguageModel
{
    private readonly Dictionary<string, List<CompletionPart>> _answers = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <inheritdoc/>
    public LanguageModelInfo Info => model.Info;

    /// <inheritdoc/>
    public ValueTask<int> CountTokensAsync(Prompt prompt, CancellationToken cancellation) => model.CountTokensAsync(prompt, cancellation);

    /// <inheritdoc/>
    public ValueTask<ILanguageModelSequence> OpenAsync(Prompt prompt, CancellationToken cancellation) => model.OpenAsync(prompt, cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => model.DisposeAsync();

    /// <inheritdoc/>
    public async IAsyncEnumerable<CompletionPart> CompleteAsync(CompletionRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var key = JsonSerializer.Serialize(request);
        foreach (var part in Recall(key) ?? await AskAsync(key, request, cancellation))
        {
            yield return part;
        }
    }

    private List<CompletionPart>? Recall(string key)
    {
        lock (_gate)
        {
            return _answers.GetValueOrDefault(key);
        }
    }

    private async Task<List<CompletionPart>> AskAsync(string key, CompletionRequest request, CancellationToken cancellation)
    {
        var parts = new List<CompletionPart>();
        await foreach (var part in model.CompleteAsync(request, cancellation))
        {
            parts.Add(part);
        }

        lock (_gate)
        {
            return _answers[key] = parts;
        }
    }
}
