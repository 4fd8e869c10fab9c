using Microsoft.Extensions.Logging;
using NasDaemon.Pipeline.Inbox;

namespace NasDaemon.Service;

/// <summary>Takes wishes to cancel tasks out of the inbox. A wish may come before the file of its task was claimed, so it is kept for a while.</summary>
/// <param name="commands">The inbox's commands.</param>
/// <param name="queue">The tasks.</param>
/// <param name="folders">Where claimed tasks lie.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Told what became of each wish.</param>
internal sealed partial class Cancellations(
    TaskCommands commands, TaskQueue queue, TaskFolders folders, TimeProvider time, ILogger<Cancellations> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly Dictionary<string, long> _pending = new(StringComparer.Ordinal);

    /// <summary>Fulfils every wish that can be fulfilled.</summary>
    public void Fulfil()
    {
        foreach (var id in commands.TakeCancels())
        {
            _pending.TryAdd(id, time.GetTimestamp());
        }

        foreach (var (id, since) in _pending.ToList())
        {
            var result = queue.Cancel(id);
            if (result == CancelResult.Cancelled)
            {
                folders.PutAway(id);
            }

            if (result != CancelResult.Unknown || time.GetElapsedTime(since) > Patience)
            {
                _pending.Remove(id);
                LogFulfilled(id, result);
            }
        }
    }

    [LoggerMessage(EventId = 40, Level = LogLevel.Information, Message = "Asked to cancel {Task}: {Result}")]
    private partial void LogFulfilled(string task, CancelResult result);
}
