using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace NasDaemon.Notifications;

/// <summary>Passes the main loop's heartbeat on to the service manager. A loop that stands still is not reported alive, and is restarted.</summary>
/// <param name="notifier">The service manager.</param>
/// <param name="heartbeat">The main loop's heartbeat.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where a loop that stands still is told.</param>
internal sealed partial class WatchdogService(ServiceNotifier notifier, Heartbeat heartbeat, TimeProvider time, ILogger<WatchdogService> logger)
    : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (notifier.Watchdog is not { } limit)
        {
            return;
        }

        using var timer = new PeriodicTimer(limit / 4, time);
        var seen = 0L;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var beats = heartbeat.Beats;
            if (beats != seen)
            {
                notifier.Alive();
            }
            else
            {
                StandsStill(logger, limit);
            }

            seen = beats;
        }
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "The main loop has made no pass for a while. The service manager restarts the daemon if this lasts {Limit}")]
    private static partial void StandsStill(ILogger logger, TimeSpan limit);
}
