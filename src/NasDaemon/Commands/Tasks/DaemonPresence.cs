using System.Globalization;
using System.Text;
using NasDaemon.Pipeline.Files;

namespace NasDaemon.Commands.Tasks;

/// <summary>Whether a daemon works in a state folder, found out without touching its lock.</summary>
internal static class DaemonPresence
{
    private const string LockFile = "lock";
    private const int LongestLock = 64;

    /// <summary>Looks for the daemon.</summary>
    /// <param name="state">The state folder.</param>
    /// <returns>Its process id; null where none runs.</returns>
    public static int? Find(string state)
    {
        // Opened as .NET opens files, the daemon's lock would keep this reader out.
        var bytes = RegularFile.Read(Path.Combine(state, LockFile), LongestLock).Bytes;
        return bytes is not null && int.TryParse(Encoding.ASCII.GetString(bytes), CultureInfo.InvariantCulture, out var process) && IsDaemon(process)
            ? process
            : null;
    }

    // The number of a daemon that has died may belong to another program by now.
    private static bool IsDaemon(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/cmdline").Contains("nasdaemon", StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // No such process: the daemon has ended.
            return false;
        }
    }
}
