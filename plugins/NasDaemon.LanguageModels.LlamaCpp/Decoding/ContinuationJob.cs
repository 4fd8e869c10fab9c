using System.Text;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.LanguageModels.LlamaCpp.Decoding;

/// <summary>Lets a sequence go on.</summary>
/// <param name="track">The sequence.</param>
/// <param name="generation">How to go on.</param>
/// <param name="time">The clock.</param>
/// <param name="cancellation">Ends it early.</param>
internal sealed class ContinuationJob(Track track, Generation generation, TimeProvider time, CancellationToken cancellation) : GenerationJob(track, generation, cancellation)
{
    private readonly StringBuilder _text = new();
    private readonly TaskCompletionSource<ContinuationResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _began;
    private TimeSpan? _reading;

    /// <summary>What was added.</summary>
    public Task<ContinuationResult> Result => _result.Task;

    /// <inheritdoc/>
    public override void Begin()
    {
        base.Begin();
        _began = time.GetTimestamp();
    }

    /// <inheritdoc/>
    protected override void Starts()
    {
        base.Starts();
        _reading = time.GetElapsedTime(_began);
    }

    /// <inheritdoc/>
    protected override void Write(string text, string passing) => _text.Append(text);

    /// <inheritdoc/>
    protected override void End(string rest, FinishReason reason, Failure? failure)
    {
        if (failure is not null)
        {
            _result.TrySetException(new LanguageModelException(failure));
            return;
        }

        _result.TrySetResult(new ContinuationResult(_text.ToString(), Written, reason) { Reused = Track.Reused, ReadingTime = _reading ?? TimeSpan.Zero });
    }
}
