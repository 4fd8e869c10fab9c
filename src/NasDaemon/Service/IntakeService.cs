using Microsoft.Extensions.Hosting;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Notifications;
using NasDaemon.Pipeline.Inbox;

namespace NasDaemon.Service;

/// <summary>The daemon's main loop: looks at the inbox, takes or refuses tasks, cancels, and shows that it is alive.</summary>
/// <param name="inbox">Looks at the inbox.</param>
/// <param name="cancellations">Takes wishes to cancel.</param>
/// <param name="queue">Told of new tasks.</param>
/// <param name="heartbeat">Beats once a pass.</param>
internal sealed class IntakeService(InboxService inbox, Cancellations cancellations, TaskQueue queue, Heartbeat heartbeat) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => inbox.RunAsync(Taken, Looked, stoppingToken);

    private void Taken(TaskRecord task)
    {
        if (task.State == TaskState.Waiting)
        {
            queue.Wake();
        }
    }

    private void Looked()
    {
        cancellations.Fulfil();
        heartbeat.Beat();
    }
}
