using System.Globalization;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Pipeline.Workers.Processes;

namespace NasDaemon.Pipeline.Workers;

/// <summary>Looks after a worker while it has a trial, and kills it when it takes too much memory or time, or is silent for too long.</summary>
internal sealed class TrialWatch : IAsyncDisposable
{
    private readonly WorkerProcess _worker;
    private readonly WorkerSettings _limits;
    private readonly TimeProvider _time;
    private readonly long _begun;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _watching;
    private long _lastSign;
    private volatile bool _isAsking;
    private volatile Failure? _violation;

    public TrialWatch(WorkerProcess worker, WorkerSettings limits, TimeProvider time)
    {
        (_worker, _limits, _time) = (worker, limits, time);
        _begun = _lastSign = time.GetTimestamp();
        _watching = WatchAsync();
    }

    /// <summary>The limit that was exceeded; null where none was.</summary>
    public Failure? Violation => _violation;

    /// <summary>Notes a sign of life.</summary>
    public void Sign() => Interlocked.Exchange(ref _lastSign, _time.GetTimestamp());

    /// <summary>Waits for an answer that the worker waits for too: its silence is not its fault.</summary>
    public async ValueTask<T> WhileAsking<T>(ValueTask<T> answer)
    {
        _isAsking = true;
        try
        {
            return await answer.ConfigureAwait(false);
        }
        finally
        {
            Sign();
            _isAsking = false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync().ConfigureAwait(false);
        await _watching.ConfigureAwait(false);
        _ended.Dispose();
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(_limits.PollInterval, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(_ended.Token).ConfigureAwait(false))
            {
                if (Check() is { } violation)
                {
                    _violation = violation;
                    _worker.Kill();
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The trial ended within its limits.
        }
    }

    private Failure? Check()
    {
        var own = ProcessMemory.OwnBytes(_worker.Id);
        if (own > _limits.MemoryLimitBytes)
        {
            return new Failure(
                FailureClass.OutOfMemory,
                $"The worker took {MebiBytes(own.Value)} MiB of memory; its limit is {MebiBytes(_limits.MemoryLimitBytes)} MiB.");
        }

        if (_time.GetElapsedTime(_begun) > _limits.TimeLimit)
        {
            return new Failure(FailureClass.TimedOut, $"The trial ran longer than its limit of {Seconds(_limits.TimeLimit)} s.");
        }

        return !_isAsking && _time.GetElapsedTime(Interlocked.Read(ref _lastSign)) > _limits.SilenceLimit
            ? new Failure(FailureClass.Hung, $"The worker made no progress for {Seconds(_limits.SilenceLimit)} s.")
            : null;
    }

    private static string MebiBytes(long bytes) => (bytes >> 20).ToString(CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
}
