namespace NasDaemon.Testing;

/// <summary>Published tables that tests compare with. They lie in <c>shared/data</c> beside the repository and are not part of it.</summary>
public static class SharedData
{
    /// <summary>Finds a file.</summary>
    /// <param name="parts">Its path below <c>shared/data</c>.</param>
    /// <returns>The path; null where the file is absent.</returns>
    public static string? Find(params string[] parts)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine([folder.FullName, "shared", "data", .. parts]);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
