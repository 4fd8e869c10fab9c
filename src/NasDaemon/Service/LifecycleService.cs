using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Notifications;

namespace NasDaemon.Service;

/// <summary>Tells the service manager and the log when the daemon has started and when it is on its way down.</summary>
/// <param name="notifier">The service manager.</param>
/// <param name="folders">Where the daemon keeps things.</param>
/// <param name="logger">Told of both.</param>
internal sealed partial class LifecycleService(ServiceNotifier notifier, DaemonFolders folders, ILogger<LifecycleService> logger) : IHostedLifecycleService
{
    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        notifier.Ready();
        LogStarted(folders.Inbox, folders.Outbox);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        notifier.Stopping();
        LogStopping();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(EventId = 90, Level = LogLevel.Information, Message = "Started. Tasks come from {Inbox}, results go to {Outbox}")]
    private partial void LogStarted(string inbox, string outbox);

    [LoggerMessage(EventId = 91, Level = LogLevel.Information, Message = "Stopping: running trials write a checkpoint")]
    private partial void LogStopping();
}
