using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Fingerprints;
using NasDaemon.Architectures.Tests.Tracing;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Testing;

namespace NasDaemon.Architectures.Tests.Safety;

/// <summary>
/// Traces a source on a thread of its own, watched: by what it allocates, by the processor time that its thread takes, and by a dog that
/// only wakes where something hangs.
/// </summary>
internal static class GuardedTrace
{
    private const long MostBytes = 256_000_000;

    // A source takes milliseconds. Where one takes a second, a collection of garbage or the compiler may have come in between: it gets more tries.
    private const double MostMilliseconds = 1_000;
    private const int Tries = 4;

    // Far beyond the time of any limit, since test machines are slow at times.
    private static readonly TimeSpan Watchdog = TimeSpan.FromMinutes(2);

    public static async Task<TraceResult> RunAsync(string source, TracingLimits? limits = null)
    {
        var (result, bytes, milliseconds) = await Task.Run(() => Measure(source, limits)).WaitAsync(Watchdog);
        for (var attempt = 1; attempt < Tries && milliseconds > MostMilliseconds; attempt++)
        {
            milliseconds = Math.Min(milliseconds, (await Task.Run(() => Measure(source, limits)).WaitAsync(Watchdog)).Milliseconds);
        }

        Assert.True(bytes <= MostBytes, $"The source took {bytes} bytes: {Shorten(source)}");
        Assert.True(milliseconds <= MostMilliseconds, $"The source took {milliseconds:F0} ms of processor time in each of {Tries} tries: {Shorten(source)}");
        Assert.False(IsFault(result.Failure), $"{result.Failure?.Message} {result.Failure?.Hint}: {Shorten(source)}");
        return result;
    }

    public static bool IsFault(Failure? failure) => failure?.Message.StartsWith(ArchitectureTracer.FaultText, StringComparison.Ordinal) == true;

    // Everything that happens to a source on the daemon's own threads: what is allocated in all bounds what is held at any time.
    private static (TraceResult Result, long Bytes, double Milliseconds) Measure(string source, TracingLimits? limits)
    {
        var (start, before) = (ThreadClock.Milliseconds(), GC.GetAllocatedBytesForCurrentThread());
        var result = Traces.Trace(source, limits);
        SourceFingerprint.Compute(source);
        if (result.IsAccepted)
        {
            GraphFingerprint.Compute(result.Architecture);
        }

        return (result, GC.GetAllocatedBytesForCurrentThread() - before, ThreadClock.Milliseconds() - start);
    }

    private static string Shorten(string source) => source.Length <= 2_000 ? source : source[..2_000];
}
