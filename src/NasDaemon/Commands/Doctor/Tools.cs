namespace NasDaemon.Commands.Doctor;

/// <summary>Programs that are called by name.</summary>
internal static class Tools
{
    /// <summary>Whether a program is installed.</summary>
    /// <param name="program">Its name.</param>
    /// <returns>True where a folder of PATH holds it.</returns>
    public static bool IsHere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(':', StringSplitOptions.RemoveEmptyEntries).Any(folder => File.Exists(Path.Combine(folder, program)));
}
