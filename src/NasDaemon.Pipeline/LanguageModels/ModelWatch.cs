namespace NasDaemon.Pipeline.LanguageModels;

/// <summary>
/// Ends the process of a language model that hangs: one that is asked something, and for too long neither sends nor computes anything. One
/// that computes may take as long as it likes, since a large model reads a long prompt in silence.
/// </summary>
internal sealed class ModelWatch : IAsyncDisposable
{
    private const int LooksInLimit = 10;
    private const double BusyShare = 0.01;

    private readonly ModelProcess _process;
    private readonly Func<bool> _isAsked;
    private readonly TimeSpan _limit;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _watching;
    private long _lastSign;

    /// <summary>Begins to watch.</summary>
    /// <param name="process">The process.</param>
    /// <param name="isAsked">Whether anyone waits for an answer of it.</param>
    /// <param name="limit">How long it may do nothing meanwhile.</param>
    /// <param name="time">The clock.</param>
    public ModelWatch(ModelProcess process, Func<bool> isAsked, TimeSpan limit, TimeProvider time)
    {
        (_process, _isAsked, _limit, _time) = (process, isAsked, limit, time);
        Sign();
        _watching = WatchAsync();
    }

    /// <summary>How long it had done nothing when it was ended for that; null where it was not.</summary>
    public TimeSpan? Idle { get; private set; }

    /// <summary>Notes that it sent something.</summary>
    public void Sign() => Interlocked.Exchange(ref _lastSign, _time.GetTimestamp());

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync().ConfigureAwait(false);
        await _watching.ConfigureAwait(false);
        _ended.Dispose();
    }

    private async Task WatchAsync()
    {
        var pause = _limit / LooksInLimit;
        using var timer = new PeriodicTimer(pause, _time);
        var computed = _process.ProcessorTime;
        try
        {
            while (await timer.WaitForNextTickAsync(_ended.Token).ConfigureAwait(false))
            {
                var before = computed;
                computed = _process.ProcessorTime;
                if (!_isAsked() || computed - before > BusyShare * pause)
                {
                    Sign();
                }
                else if (_time.GetElapsedTime(Interlocked.Read(ref _lastSign)) > _limit)
                {
                    Idle = _limit;
                    _process.Kill();
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The process ended otherwise.
        }
    }
}
