namespace NasDaemon.Testing.LanguageModels;

/// <summary>The small real model that may lie beside the repository.</summary>
public static class RealModel
{
    private const string File = "qwen2.5-coder-0.5b-instruct-00001-of-00002.gguf";

    /// <summary>Its first file; null where it is absent.</summary>
    public static string? Path { get; } = Find();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = System.IO.Path.Combine(folder.FullName, "shared", "models", File);
            if (System.IO.File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
