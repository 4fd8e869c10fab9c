namespace NasDaemon.Notifications;

/// <summary>Counts the passes of the main loop, so that the watchdog is fed only while the loop goes on.</summary>
/// <param name="time">The clock.</param>
internal sealed class Heartbeat(TimeProvider time)
{
    private long _beats;
    private long _last = time.GetTimestamp();

    /// <summary>How many passes the loop has finished.</summary>
    public long Beats => Interlocked.Read(ref _beats);

    /// <summary>How long ago it finished the last; before the first, how long ago the daemon began.</summary>
    public TimeSpan SinceLast => time.GetElapsedTime(Interlocked.Read(ref _last));

    /// <summary>Called by the main loop at the end of each pass.</summary>
    public void Beat()
    {
        Interlocked.Exchange(ref _last, time.GetTimestamp());
        Interlocked.Increment(ref _beats);
    }
}
