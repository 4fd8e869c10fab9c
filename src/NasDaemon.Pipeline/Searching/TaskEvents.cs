using System.Threading.Channels;
using NasDaemon.Abstractions.Estimation;
using NasDaemon.Abstractions.Execution;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Pipeline.Searching;

/// <summary>Brings what happens on other threads to the task's loop, in order.</summary>
internal sealed class TaskEvents
{
    private readonly Channel<TaskEvent> _events = Channel.CreateUnbounded<TaskEvent>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Waits for the next event.</summary>
    public ValueTask<TaskEvent> NextAsync() => _events.Reader.ReadAsync();

    /// <summary>Tells of an event. After <see cref="Close"/> nobody listens.</summary>
    /// <returns>Whether anybody listens.</returns>
    public bool Tell(TaskEvent occurred) => _events.Writer.TryWrite(occurred);

    /// <summary>The monitor of a trial, whose questions are answered by the loop.</summary>
    public ITrialMonitor MonitorOf(int trial) => new Monitor(this, trial);

    /// <summary>Stops listening: who still waits for an answer is told to stop.</summary>
    public void Close()
    {
        _events.Writer.TryComplete();
        while (_events.Reader.TryRead(out var left))
        {
            (left as EpochEvent)?.Answer.TrySetResult(EpochDecision.Stop);
        }
    }

    private sealed class Monitor(TaskEvents events, int trial) : ITrialMonitor
    {
        public async ValueTask<EpochDecision> AfterEpochAsync(EpochMetrics metrics)
        {
            var answer = new TaskCompletionSource<EpochDecision>(TaskCreationOptions.RunContinuationsAsynchronously);
            return events.Tell(new EpochEvent(trial, metrics, answer)) ? await answer.Task.ConfigureAwait(false) : EpochDecision.Stop;
        }
    }
}
