using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NasDaemon.Pipeline.Retention;

namespace NasDaemon.Service;

/// <summary>Removes what is kept no longer: at the start, once an hour, and after each task.</summary>
/// <param name="retention">Knows what that is.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Told what was removed.</param>
internal sealed partial class RetentionService(WeightRetention retention, TimeProvider time, ILogger<RetentionService> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);
    private readonly SemaphoreSlim _ended = new(0);

    /// <summary>A task has ended, so that there may be weights more.</summary>
    public void Wake() => _ended.Release();

    /// <inheritdoc/>
    public override void Dispose()
    {
        _ended.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            Sweep();
            await WaitAsync(stoppingToken);
        }
    }

    private void Sweep()
    {
        try
        {
            var plan = retention.Plan();
            retention.Apply(plan);
            foreach (var removal in plan.Removals)
            {
                LogRemoved(removal.Path, removal.Bytes, removal.Since, removal.Reason);
            }

            if (plan.IsOverLimit)
            {
                LogOverLimit(plan.UsedBytes - plan.FreedBytes, plan.LimitBytes);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What could not be removed now may be removable in an hour.
            LogFailed(exception);
        }
    }

    private async Task WaitAsync(CancellationToken stopping)
    {
        using var hour = new CancellationTokenSource(Interval, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(hour.Token, stopping);
        try
        {
            await _ended.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // The hour is over.
            return;
        }
    }

    [LoggerMessage(EventId = 110, Level = LogLevel.Information, Message = "Removed {Path} ({Bytes} bytes, from {Since:u}): {Reason}")]
    private partial void LogRemoved(string path, long bytes, DateTimeOffset since, RemovalReason reason);

    [LoggerMessage(EventId = 111, Level = LogLevel.Warning, Message = "The folders of running and waiting tasks take {Used} bytes, more than retention.disk allows ({Limit}); nothing of theirs is removed")]
    private partial void LogOverLimit(long used, long limit);

    [LoggerMessage(EventId = 112, Level = LogLevel.Warning, Message = "Old weights could not be removed")]
    private partial void LogFailed(Exception exception);
}
