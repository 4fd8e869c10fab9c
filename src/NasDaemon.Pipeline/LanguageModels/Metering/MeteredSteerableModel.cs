using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.Pipeline.LanguageModels.Metering;

/// <summary>A language model that can be steered, whose tokens are counted.</summary>
internal sealed class MeteredSteerableModel(ISteerableLanguageModel model, TokenMeter meter) : MeteredModel(model, meter), ISteerableLanguageModel
{
    private readonly TokenMeter _meter = meter;

    /// <inheritdoc/>
    public async ValueTask<ILanguageModelSequence> OpenAsync(Prompt prompt, CancellationToken cancellation)
    {
        var sequence = await model.OpenAsync(prompt, cancellation).ConfigureAwait(false);
        _meter.Took(sequence.Length);
        return new MeteredSequence(sequence, _meter);
    }
}
