using System.Runtime.CompilerServices;
using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.Pipeline.LanguageModels.Metering;

/// <summary>A language model whose tokens are counted.</summary>
internal class MeteredModel : ILanguageModel
{
    private readonly ILanguageModel _model;
    private readonly TokenMeter _meter;

    protected MeteredModel(ILanguageModel model, TokenMeter meter) => (_model, _meter) = (model, meter);

    /// <inheritdoc/>
    public LanguageModelInfo Info => _model.Info;

    /// <summary>The number of the model's process; null where it has none of its own.</summary>
    public int? ProcessId => (_model as ChildLanguageModel)?.ProcessId;

    /// <summary>Counts the tokens of a model; it can do what the model can.</summary>
    public static MeteredModel Of(ILanguageModel model, TokenMeter meter) =>
        model is ISteerableLanguageModel steerable ? new MeteredSteerableModel(steerable, meter) : new MeteredModel(model, meter);

    /// <inheritdoc/>
    public ValueTask<int> CountTokensAsync(Prompt prompt, CancellationToken cancellation) => _model.CountTokensAsync(prompt, cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<CompletionPart> CompleteAsync(CompletionRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // A piece is at least one token; the end says how many there were.
        var pieces = 0;
        await foreach (var part in _model.CompleteAsync(request, cancellation).ConfigureAwait(false))
        {
            if (part is CompletionEnd end)
            {
                _meter.Wrote(Math.Max(0, end.Usage.Generated - pieces));
                _meter.Took(end.Usage.Prompt - end.Usage.Reused);
            }
            else
            {
                pieces++;
                _meter.Wrote(1);
            }

            yield return part;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _model.DisposeAsync();
}
