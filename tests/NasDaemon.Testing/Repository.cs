namespace NasDaemon.Testing;

/// <summary>Finds files of the repository from wherever the tests run.</summary>
public static class Repository
{
    private static readonly string Root = Find(AppContext.BaseDirectory);

    /// <summary>The path of a file of the repository.</summary>
    /// <param name="parts">Folders and the file's name.</param>
    /// <returns>The path.</returns>
    public static string Combine(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "NasDaemon.sln"))
        ? folder
        : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run below the repository."));
}
