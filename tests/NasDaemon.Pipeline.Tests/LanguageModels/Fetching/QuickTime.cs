namespace NasDaemon.Pipeline.Tests.LanguageModels.Fetching;

/// <summary>A clock whose pauses are over at once and whose limits are never reached.</summary>
internal sealed class QuickTime : TimeProvider
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(90);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= TimeSpan.Zero && dueTime < LongestPause)
        {
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new NoTimer();
    }

    private sealed class NoTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
