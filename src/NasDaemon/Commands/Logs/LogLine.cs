using System.Globalization;
using System.Text.RegularExpressions;

namespace NasDaemon.Commands.Logs;

/// <summary>A line of the daemon's log.</summary>
/// <param name="Time">When it was written; null in a line that goes on with the one before, as an exception's do.</param>
/// <param name="Level">How grave it is, in three letters.</param>
/// <param name="Source">The part of the daemon that wrote it.</param>
/// <param name="Message">What it says.</param>
internal sealed partial record LogLine(DateTimeOffset? Time, string? Level, string? Source, string Message)
{
    /// <summary>Reads a line.</summary>
    /// <param name="line">The line.</param>
    /// <returns>Its parts.</returns>
    public static LogLine Parse(string line) => Form().Match(line) is { Success: true } match
        && DateTimeOffset.TryParse(match.Groups["time"].Value, CultureInfo.InvariantCulture, out var time)
            ? new LogLine(time, match.Groups["level"].Value, match.Groups["source"].Value, match.Groups["message"].Value)
            : new LogLine(null, null, null, line);

    [GeneratedRegex(@"^(?<time>\d{4}-\d\d-\d\dT\S+) (?<level>[A-Z]{3}) (?<source>\S+): (?<message>.*)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
