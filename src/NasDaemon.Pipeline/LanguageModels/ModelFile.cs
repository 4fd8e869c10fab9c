namespace NasDaemon.Pipeline.LanguageModels;

/// <summary>A model that lies in a folder as one GGUF file or as several parts.</summary>
/// <param name="Name">The name of the model.</param>
/// <param name="Path">The file, of several the first.</param>
/// <param name="Bytes">The size of all parts together.</param>
/// <param name="Problem">Why it cannot be used, with the remedy; null where nothing is known against it.</param>
public sealed record ModelFile(string Name, string Path, long Bytes, string? Problem)
{
    /// <summary>Looks at a file.</summary>
    /// <param name="path">The file, of several parts any.</param>
    /// <returns>The model.</returns>
    public static ModelFile At(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        var folder = System.IO.Path.GetDirectoryName(full) ?? string.Empty;
        var name = GgufName.Parse(System.IO.Path.GetFileName(full)) ?? new GgufName(System.IO.Path.GetFileName(full), 1, 1);
        string[] parts = name.Parts == 1
            ? [full]
            : [.. Enumerable.Range(1, name.Parts).Select(part => System.IO.Path.Combine(folder, name.File(part)))];
        var absent = parts.FirstOrDefault(part => !File.Exists(part));
        return new ModelFile(
            name.Model,
            parts[0],
            parts.Where(File.Exists).Sum(part => new FileInfo(part).Length),
            absent is null ? null : $"{absent} is not there. Bring it with 'nasdaemon model get', or copy it there.");
    }
}
