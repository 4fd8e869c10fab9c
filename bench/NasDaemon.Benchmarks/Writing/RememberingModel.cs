using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.Benchmarks.Writing;

/// <summary>Gives the same answer again where the same was asked with the same seed, so that arms which begin alike are not written twice.</summary>
/// <param name="model">The model.</param>
/// <param name="file">Where answers are kept.</param>
internal sealed class RememberingModel(ISteerableLanguageModel model, string file) : ISteerableLanguageModel
{
    private readonly Dictionary<string, RememberedAnswer> _answers = Load(file);
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
        var answer = Recall(key) ?? await AskAsync(key, request, cancellation);
        yield return new CompletionText(answer.Text);
        yield return answer.End;
    }

    private static Dictionary<string, RememberedAnswer> Load(string file) => !File.Exists(file) ? [] : File.ReadLines(file)
        .Select(line => JsonSerializer.Deserialize<RememberedAnswer>(line)!)
        .ToDictionary(answer => answer.Request, StringComparer.Ordinal);

    private RememberedAnswer? Recall(string key)
    {
        lock (_gate)
        {
            return _answers.GetValueOrDefault(key);
        }
    }

    private async Task<RememberedAnswer> AskAsync(string key, CompletionRequest request, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        CompletionEnd? end = null;
        await foreach (var part in model.CompleteAsync(request, cancellation))
        {
            text.Append((part as CompletionText)?.Text);
            end = part as CompletionEnd;
        }

        var answer = new RememberedAnswer(key, text.ToString(), end!);
        lock (_gate)
        {
            File.AppendAllText(file, JsonSerializer.Serialize(answer) + "\n");
            return _answers[key] = answer;
        }
    }
}

/// <summary>An answer that was written before.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Text">The answer.</param>
/// <param name="End">Its end.</param>
internal sealed record RememberedAnswer(string Request, string Text, CompletionEnd End);
