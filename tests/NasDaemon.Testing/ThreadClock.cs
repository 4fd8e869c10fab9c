using System.Runtime.InteropServices;

namespace NasDaemon.Testing;

/// <summary>The processor time of the calling thread: what other programs use up does not count.</summary>
public static partial class ThreadClock
{
    private const int ThreadProcessorTime = 3;

    /// <summary>Reads the clock.</summary>
    /// <returns>Milliseconds since the thread began.</returns>
    public static double Milliseconds() => Read(ThreadProcessorTime, out var time) == 0
        ? (time.Seconds * 1e3) + (time.Nanoseconds / 1e6)
        : throw new InvalidOperationException("The system has no clock for a thread's processor time.");

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int Read(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Time
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
