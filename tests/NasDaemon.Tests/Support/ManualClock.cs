namespace NasDaemon.Tests.Support;

/// <summary>A clock whose one timer fires when the test says so.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly TaskCompletionSource<Action> _timer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets the timer fire, once somebody has made one.</summary>
    public async Task TickAsync() => (await _timer.Task)();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _timer.TrySetResult(() => callback(state));
        return new StillTimer();
    }

    private sealed class StillTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
