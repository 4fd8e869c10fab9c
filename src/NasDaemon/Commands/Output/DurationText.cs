using System.Globalization;

namespace NasDaemon.Commands.Output;

/// <summary>Durations as people write them.</summary>
internal static class DurationText
{
    /// <summary>Writes a duration in its two largest units.</summary>
    /// <param name="duration">The duration; not negative.</param>
    /// <returns>The text: <c>2h 5m</c>.</returns>
    public static string Of(TimeSpan duration) => duration switch
    {
        { TotalDays: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)duration.TotalDays}d {duration.Hours}h"),
        { TotalHours: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{duration.Hours}h {duration.Minutes}m"),
        { TotalMinutes: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{duration.Minutes}m {duration.Seconds}s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{duration.Seconds}s"),
    };
}
