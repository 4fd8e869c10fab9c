using System.Text;

namespace NasDaemon.Commands.Logs;

/// <summary>The daemon's rolling log files, read from where the last look ended.</summary>
/// <param name="folder">Their folder; it need not exist.</param>
internal sealed class LogFiles(string folder)
{
    private readonly Dictionary<string, long> _read = new(StringComparer.Ordinal);

    /// <summary>Reads what is new.</summary>
    /// <returns>The whole lines that were written since the last call, in the order of the files' names, which is that of time.</returns>
    public IEnumerable<string> ReadNew() => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "nasdaemon-*.log").OrderBy(Order).SelectMany(ReadNew).ToList()
        : [];

    // A day's second file has _001 behind the date: by length first, so that the tenth comes after the ninth.
    private static (string Day, int Length, string Name) Order(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return (name.Split('_')[0], name.Length, name);
    }

    private IEnumerable<string> ReadNew(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        stream.Position = Math.Min(_read.GetValueOrDefault(path), stream.Length);
        var bytes = new byte[stream.Length - stream.Position];
        var count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);

        // A line that is still being written is left for the next look.
        var whole = bytes.AsSpan(0, count).LastIndexOf((byte)'\n') + 1;
        _read[path] = stream.Position - count + whole;
        return Encoding.UTF8.GetString(bytes, 0, whole).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').TrimStart('\ufeff'));
    }
}
