using System.Collections.Immutable;
using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.Search.Prompting.Examples;

/// <summary>Finds the networks of the starter library and those that the user put beside them; of two files with one name the user's counts.</summary>
/// <param name="folders">Where the daemon keeps things.</param>
internal sealed class LibraryFolders(DaemonFolders folders)
{
    private const int LargestFile = 64 * 1024;
    private const int MostFiles = 1_000;

    /// <summary>Reads every network.</summary>
    /// <returns>File names and sources, by name; files that cannot be read are left out.</returns>
    public ImmutableArray<(string Name, string Source)> Load() =>
    [
        .. Files(folders.Library).Concat(Files(Path.Combine(folders.Program, "library")))
            .DistinctBy(file => file.Name)
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => (file.Name, Text(file)))
            .Where(file => file.Item2.Length > 0),
    ];

    private static IEnumerable<FileInfo> Files(string folder) => Directory.Exists(folder)
        ? new DirectoryInfo(folder).EnumerateFiles("*.py").Where(file => file.Length is > 0 and <= LargestFile).Take(MostFiles)
        : [];

    private static string Text(FileInfo file)
    {
        try
        {
            return File.ReadAllText(file.FullName);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A library with one file less is still a library.
            return string.Empty;
        }
    }
}
