using NasDaemon.Commands.Tracing.Sources;

namespace NasDaemon.Commands.Tracing.Outputs;

/// <summary>Where the files of one kind go: a file for a single source, a folder for several.</summary>
/// <param name="path">The file or folder.</param>
/// <param name="isFolder">Which of both it is.</param>
/// <param name="extension">The extension of files in the folder, with its dot.</param>
internal sealed class OutputTarget(string path, bool isFolder, string extension)
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The file for a source; its folder is made.</summary>
    /// <param name="source">The source.</param>
    /// <returns>The path. Of sources with the same name the second one gets a number.</returns>
    public string For(NetworkSource source)
    {
        if (!isFolder)
        {
            return path;
        }

        var file = Path.Combine(path, source.Name + extension);
        for (var number = 2; !_taken.Add(file); number++)
        {
            file = Path.Combine(path, $"{source.Name}-{number}{extension}");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return file;
    }
}
