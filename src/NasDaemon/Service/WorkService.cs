using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace NasDaemon.Service;

/// <summary>Works on the tasks, one after another, for as long as the daemon runs.</summary>
/// <param name="queue">The tasks.</param>
/// <param name="work">Works on one.</param>
/// <param name="conclusion">Ends a task that cannot be worked on.</param>
/// <param name="retention">Woken after each task.</param>
/// <param name="logger">Told of what nobody expected.</param>
internal sealed partial class WorkService(
    TaskQueue queue, TaskWork work, TaskConclusion conclusion, RetentionService retention, ILogger<WorkService> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        conclusion.FinishArchiving();
        while (!stoppingToken.IsCancellationRequested)
        {
            if (!await TryWorkAsync(stoppingToken))
            {
                await queue.WaitAsync(stoppingToken);
            }
        }
    }

    private async Task<bool> TryWorkAsync(CancellationToken stopping)
    {
        using var cancelled = new CancellationTokenSource();
        if (queue.Begin(cancelled) is not { } task)
        {
            return false;
        }

        try
        {
            await work.RunAsync(task, cancelled.Token, stopping);
        }
        catch (Exception exception)
        {
            // Whatever it was, it is this task's and not the next one's.
            LogFailed(exception, task.Id);
            conclusion.SetAside(task, $"{exception.GetType().Name}: {exception.Message}");
        }
        finally
        {
            queue.End();
            retention.Wake();
        }

        return true;
    }

    [LoggerMessage(EventId = 80, Level = LogLevel.Error, Message = "Task {Task} could not be worked on")]
    private partial void LogFailed(Exception exception, string task);
}
