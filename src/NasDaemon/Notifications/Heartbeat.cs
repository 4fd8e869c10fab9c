namespace NasDaemon.Notifications;

/// <summary>Counts the passes of the main loop, so that the watchdog is fed only while the loop goes on.</summary>
internal sealed class Heartbeat
{
    private long _beats;

    /// <summary>How many passes the loop has finished.</summary>
    public long Beats => Interlocked.Read(ref _beats);

    /// <summary>Called by the main loop at the end of each pass.</summary>
    public void Beat() => Interlocked.Increment(ref _beats);
}
