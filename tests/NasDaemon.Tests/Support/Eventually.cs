using System.Diagnostics;

namespace NasDaemon.Tests.Support;

/// <summary>Waits for what another process does.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until something is true.</summary>
    public static async Task TrueAsync(Func<bool> condition, TimeSpan limit)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(begun) < limit, $"It did not happen within {limit}.");
            await Task.Delay(Interval);
        }
    }
}
