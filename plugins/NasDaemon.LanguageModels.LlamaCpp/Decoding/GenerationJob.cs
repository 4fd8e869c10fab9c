using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.LanguageModels.LlamaCpp.Writing;

namespace NasDaemon.LanguageModels.LlamaCpp.Decoding;

/// <summary>Writes on from where a text ends, token by token.</summary>
internal abstract class GenerationJob : Job
{
    private readonly Generation _generation;
    private readonly TextAssembler _assembler;
    private readonly StopFilter _stops;
    private bool _begun;

    /// <summary>Prepares to write.</summary>
    /// <param name="track">The text.</param>
    /// <param name="generation">How to go on.</param>
    /// <param name="cancellation">Ends it early.</param>
    protected GenerationJob(Track track, Generation generation, CancellationToken cancellation)
        : base(track, cancellation)
    {
        _generation = generation;
        _assembler = new TextAssembler(generation.Vocabulary);
        _stops = new StopFilter(generation.Request.StopStrings);
    }

    /// <summary>How many tokens were written.</summary>
    protected int Written { get; private set; }

    /// <inheritdoc/>
    public override void Begin()
    {
        if (!_begun)
        {
            _begun = true;
            _generation.Sampler.Begin(Track.Tokens);
        }
    }

    /// <inheritdoc/>
    public override void Cancel() => Finish(FinishReason.Cancelled);

    /// <inheritdoc/>
    public override void EndForRoom() => Finish(FinishReason.Length);

    /// <inheritdoc/>
    public override void Fail(Failure failure) => Finish(FinishReason.Failed, failure);

    /// <inheritdoc/>
    protected override void Take(ReadOnlySpan<float> logits)
    {
        if (Written == 0)
        {
            Starts();
        }

        if (_generation.Sampler.Draw(logits, _generation.Buffer) is not { } token || _generation.Vocabulary.IsEnd(token))
        {
            Finish(FinishReason.Stop);
            return;
        }

        Track.Tokens.Add(token);
        Written++;
        var text = _assembler.Add(token);
        Write(text, _stops.Add(text));
        if (_stops.Stopped)
        {
            Finish(FinishReason.Stop);
        }
        else if (Written == _generation.Request.MaximumTokens || Track.Tokens.Count >= _generation.ContextLength)
        {
            Finish(FinishReason.Length);
        }
    }

    /// <summary>Called before the first token.</summary>
    protected virtual void Starts() => _assembler.Continue(Track.Tokens);

    /// <summary>Takes text.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="passing">What may be passed on of it and of what was held back.</param>
    protected abstract void Write(string text, string passing);

    /// <summary>Called once at the end.</summary>
    /// <param name="rest">Text that was held back and may be passed on now.</param>
    /// <param name="reason">Why it ended.</param>
    /// <param name="failure">What went wrong, or null.</param>
    protected abstract void End(string rest, FinishReason reason, Failure? failure);

    private void Finish(FinishReason reason, Failure? failure = null)
    {
        Done();
        _generation.Sampler.Dispose();
        End(_stops.Rest(), reason, failure);
    }
}
