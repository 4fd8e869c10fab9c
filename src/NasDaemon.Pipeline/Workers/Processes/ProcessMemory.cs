using System.Globalization;

namespace NasDaemon.Pipeline.Workers.Processes;

/// <summary>How much memory a process has of its own, as the kernel tells it.</summary>
internal static class ProcessMemory
{
    /// <summary>Resident bytes without mapped files, which all workers share and the kernel can drop; null where the process is gone.</summary>
    public static long? OwnBytes(int process)
    {
        try
        {
            var pages = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/statm")).Split(' ');
            return (long.Parse(pages[1], CultureInfo.InvariantCulture) - long.Parse(pages[2], CultureInfo.InvariantCulture)) * Environment.SystemPageSize;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
