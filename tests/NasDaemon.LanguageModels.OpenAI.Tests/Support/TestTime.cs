namespace NasDaemon.LanguageModels.OpenAI.Tests.Support;

/// <summary>A clock whose pauses are over at once, and whose time limits are reached when the test says so.</summary>
internal sealed class TestTime : TimeProvider
{
    /// <summary>What is longer than this is a time limit and no pause.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(90);
    private readonly Lock _lock = new();
    private readonly List<TestTimer> _limits = [];
    private readonly List<TimeSpan> _pauses = [];

    /// <summary>The pauses that were made so far.</summary>
    public IReadOnlyList<TimeSpan> Pauses
    {
        get
        {
            lock (_lock)
            {
                return [.. _pauses];
            }
        }
    }

    public override DateTimeOffset GetUtcNow() => new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new TestTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets every time limit of that length be reached.</summary>
    public void Reach(TimeSpan limit)
    {
        List<TestTimer> reached;
        lock (_lock)
        {
            reached = [.. _limits.Where(timer => timer.Due == limit)];
        }

        reached.ForEach(timer => timer.Fire());
    }

    private sealed class TestTimer(TestTime time, Action fire) : ITimer
    {
        public TimeSpan Due { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                Due = dueTime;
                time._limits.Remove(this);
                if (dueTime > LongestPause)
                {
                    time._limits.Add(this);
                    return true;
                }

                if (dueTime < TimeSpan.Zero)
                {
                    return true;
                }

                time._pauses.Add(dueTime);
            }

            ThreadPool.QueueUserWorkItem(_ => fire());
            return true;
        }

        public void Dispose()
        {
            lock (time._lock)
            {
                time._limits.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
