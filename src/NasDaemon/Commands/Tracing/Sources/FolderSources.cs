namespace NasDaemon.Commands.Tracing.Sources;

/// <summary>Finds the Python files below a folder: a folder's own first, then its folders, each by name in the order of character codes.</summary>
internal static class FolderSources
{
    /// <summary>Finds them.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The files, not yet read; among them, with their problem, the folders that may not be listed.</returns>
    public static IEnumerable<NetworkSource> Files(string folder)
    {
        var (files, folders, problem) = List(folder);
        return problem is not null ? [problem] : files.Select(file => new NetworkSource(file)).Concat(folders.SelectMany(Files));
    }

    // Links to folders are not followed: they may lead in circles.
    private static (List<string> Files, List<string> Folders, NetworkSource? Problem) List(string folder)
    {
        var (files, folders) = (new List<string>(), new List<string>());
        try
        {
            foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
            {
                var isFolder = entry.Attributes.HasFlag(FileAttributes.Directory);
                if (isFolder && entry.LinkTarget is null)
                {
                    folders.Add(Path.Combine(folder, entry.Name));
                }
                else if (!isFolder && entry.Extension == ".py")
                {
                    files.Add(Path.Combine(folder, entry.Name));
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ([], [], Unreachable.Source(folder, exception));
        }

        files.Sort(StringComparer.Ordinal);
        folders.Sort(StringComparer.Ordinal);
        return (files, folders, null);
    }
}
