using System.Threading.Channels;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.LanguageModels.LlamaCpp.Decoding;

/// <summary>Answers a prompt and streams the answer.</summary>
internal sealed class CompletionJob : GenerationJob
{
    private readonly ChannelWriter<CompletionPart> _parts;
    private readonly TimeProvider _time;
    private readonly int _prompt;
    private long _began;
    private long? _started;
    private int _reused;

    /// <summary>Prepares to answer.</summary>
    /// <param name="track">The prompt.</param>
    /// <param name="generation">How to answer.</param>
    /// <param name="parts">Where the answer goes.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Ends it early.</param>
    public CompletionJob(Track track, Generation generation, ChannelWriter<CompletionPart> parts, TimeProvider time, CancellationToken cancellation)
        : base(track, generation, cancellation)
    {
        (_parts, _time, _prompt) = (parts, time, track.Tokens.Count);
        _began = time.GetTimestamp();
    }

    /// <inheritdoc/>
    public override void Begin()
    {
        base.Begin();
        if (_started is null)
        {
            // Waiting for other requests is not the prompt's time.
            _began = _time.GetTimestamp();
            _reused = Track.Reused;
        }
    }

    /// <inheritdoc/>
    protected override void Starts()
    {
        // The prompt is not part of the answer, not even a character that it tore.
        _started = _time.GetTimestamp();
    }

    /// <inheritdoc/>
    protected override void Write(string text, string passing)
    {
        if (passing.Length > 0)
        {
            _parts.TryWrite(new CompletionText(passing));
        }
    }

    /// <inheritdoc/>
    protected override void End(string rest, FinishReason reason, Failure? failure)
    {
        Write(rest, rest);
        var now = _time.GetTimestamp();
        var started = _started ?? now;
        var usage = new TokenUsage(_prompt, _reused, Written, _time.GetElapsedTime(_began, started), _time.GetElapsedTime(started, now));
        _parts.TryWrite(new CompletionEnd(reason, usage, failure));
        _parts.TryComplete();
    }
}
