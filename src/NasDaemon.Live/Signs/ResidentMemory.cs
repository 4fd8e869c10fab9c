using System.Globalization;

namespace NasDaemon.Live.Signs;

/// <summary>How much memory processes hold, as the kernel tells it.</summary>
internal static class ResidentMemory
{
    /// <summary>The resident bytes of a process; null where it is gone.</summary>
    public static long? Of(int process)
    {
        try
        {
            var pages = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/statm")).Split(' ');
            return long.Parse(pages[1], CultureInfo.InvariantCulture) * Environment.SystemPageSize;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
