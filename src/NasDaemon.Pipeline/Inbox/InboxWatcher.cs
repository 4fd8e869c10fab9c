using Microsoft.Extensions.Logging;

namespace NasDaemon.Pipeline.Inbox;

/// <summary>
/// Wakes the scan when something happens in the inbox. It never decides anything: its queue overflows, its instances are
/// few, and network folders send no events, so what it misses the next scan finds.
/// </summary>
public sealed partial class InboxWatcher : IDisposable
{
    private readonly string _inbox;
    private readonly ILogger<InboxWatcher> _logger;
    private readonly SemaphoreSlim _news = new(0, 1);
    private FileSystemWatcher? _watcher;
    private bool _hasComplained;

    /// <summary>Prepares to watch.</summary>
    /// <param name="inbox">The folder.</param>
    /// <param name="logger">Told once where watching is not possible.</param>
    public InboxWatcher(string inbox, ILogger<InboxWatcher> logger) => (_inbox, _logger) = (inbox, logger);

    /// <summary>Waits for an event or until the time is over.</summary>
    /// <param name="longest">How long to wait.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>When it is time to look.</returns>
    public async Task WaitAsync(TimeSpan longest, TimeProvider time, CancellationToken cancellation)
    {
        _watcher ??= TryWatch();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var delay = Task.Delay(longest, time, either.Token);
        var news = _news.WaitAsync(either.Token);
        await Task.WhenAny(delay, news);
        await either.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _watcher?.Dispose();
        _news.Dispose();
    }

    private FileSystemWatcher? TryWatch()
    {
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = new FileSystemWatcher(_inbox) { NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size };
            watcher.Created += (_, _) => Wake();
            watcher.Renamed += (_, _) => Wake();
            watcher.Changed += (_, _) => Wake();
            watcher.Error += (_, _) => StartAnew();
            watcher.EnableRaisingEvents = true;
            _hasComplained = false;
            return watcher;
        }
        catch (Exception exception) when (exception is IOException or ArgumentException)
        {
            watcher?.Dispose();
            if (!_hasComplained)
            {
                LogCannotWatch(_inbox, exception.Message);
                _hasComplained = true;
            }

            return null;
        }
    }

    private void StartAnew()
    {
        Interlocked.Exchange(ref _watcher, null)?.Dispose();
        Wake();
    }

    private void Wake()
    {
        try
        {
            _news.Release();
        }
        catch (Exception exception) when (exception is SemaphoreFullException or ObjectDisposedException)
        {
            // Somebody is woken already, or nobody waits any more: either way there is nothing to say.
            return;
        }
    }

    [LoggerMessage(20, LogLevel.Warning, "The inbox {Inbox} cannot be watched ({Reason}); it is scanned at intervals only")]
    private partial void LogCannotWatch(string inbox, string reason);
}
