using System.ComponentModel;
using System.Diagnostics;

namespace NasDaemon.Commands.Reporting;

/// <summary>The user's desktop, where there is one.</summary>
internal static class Desktop
{
    private const string Opener = "xdg-open";

    /// <summary>Opens a file with the program that the user has chosen for it.</summary>
    /// <param name="file">The file.</param>
    /// <returns>Why that was not possible; null where it was.</returns>
    public static string? Open(string file)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY")) && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("WAYLAND_DISPLAY")))
        {
            return "There is no desktop here to open it on.";
        }

        try
        {
            using var process = Process.Start(new ProcessStartInfo(Opener, [file]) { RedirectStandardOutput = true, RedirectStandardError = true });
            process!.WaitForExit();
            return process.ExitCode == 0 ? null : $"{Opener} could not open it (exit code {process.ExitCode}).";
        }
        catch (Win32Exception)
        {
            return $"{Opener} is not installed: apt-get install xdg-utils.";
        }
    }
}
