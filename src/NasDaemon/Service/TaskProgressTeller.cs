using Microsoft.Extensions.Logging;
using NasDaemon.Live.Watching;
using NasDaemon.Notifications;
using NasDaemon.Pipeline.Outbox;

namespace NasDaemon.Service;

/// <summary>Tells where the running task stands: to <c>status.json</c>, to the service manager, to those who watch, and, when a training ends, to the log.</summary>
/// <param name="notifier">The service manager.</param>
/// <param name="feed">Those who watch.</param>
/// <param name="logger">Told of each training that ended.</param>
internal sealed partial class TaskProgressTeller(ServiceNotifier notifier, LiveFeed feed, ILogger<TaskProgressTeller> logger)
{
    private const string NothingToDo = "Waiting for tasks";

    /// <summary>What a task's runner reports to.</summary>
    /// <param name="outbox">The task's folder in the outbox.</param>
    /// <returns>The teller of this task.</returns>
    public IProgress<TaskProgress> For(OutboxFolder outbox) => new Teller(this, outbox.WorkFolder);

    /// <summary>No task is worked on.</summary>
    public void Idle() => notifier.Status(NothingToDo);

    private void Tell(TaskProgress progress, bool hasTrainingEnded)
    {
        feed.Tell(progress);
        var line = ProgressLine.Of(progress);
        notifier.Status(line);
        if (hasTrainingEnded)
        {
            LogProgress(line);
        }
    }

    [LoggerMessage(EventId = 70, Level = LogLevel.Information, Message = "{Progress}")]
    private partial void LogProgress(string progress);

    // IProgress<T>.Report is called from the task's own loop, one at a time; Progress<T> would hand it to the pool out of order.
    private sealed class Teller(TaskProgressTeller parent, string workFolder) : IProgress<TaskProgress>
    {
        private int _ended = -1;

        public void Report(TaskProgress value)
        {
            StatusFile.Write(workFolder, value);
            var ended = value.Counts.Finished + value.Counts.Failed;
            parent.Tell(value, _ended >= 0 && ended > _ended);
            _ended = ended;
        }
    }
}
