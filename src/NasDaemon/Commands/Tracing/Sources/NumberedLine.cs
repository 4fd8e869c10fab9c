using System.Globalization;

namespace NasDaemon.Commands.Tracing.Sources;

/// <summary>A path that may name one line of its file: <c>networks.jsonl:17</c>.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, from 1; null for all.</param>
internal sealed record NumberedLine(string File, int? Line)
{
    /// <summary>Takes a path apart. A file whose own name ends so is meant before a line of another.</summary>
    /// <param name="path">The path.</param>
    /// <returns>Its parts.</returns>
    public static NumberedLine Parse(string path)
    {
        var colon = path.LastIndexOf(':');
        return colon > 0 && int.TryParse(path.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var line) && !System.IO.File.Exists(path)
            ? new NumberedLine(path[..colon], line)
            : new NumberedLine(path, null);
    }
}
