namespace NasDaemon.Pipeline.Tables;

/// <summary>A clock that moves on by the time that a table's trainings took, besides its own. Dates stay those of the real one.</summary>
/// <param name="real">The real clock.</param>
internal sealed class SimulatedClock(TimeProvider real) : TimeProvider
{
    private long _ahead;

    /// <inheritdoc/>
    public override long TimestampFrequency => real.TimestampFrequency;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    /// <summary>Lets time pass.</summary>
    /// <param name="seconds">How much.</param>
    public void Advance(double seconds) => Interlocked.Add(ref _ahead, (long)(seconds * TimestampFrequency));

    /// <inheritdoc/>
    public override long GetTimestamp() => real.GetTimestamp() + Interlocked.Read(ref _ahead);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => real.GetUtcNow();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, dueTime, period);
}
