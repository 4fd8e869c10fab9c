using System.Collections.Immutable;

namespace NasDaemon.Pipeline.LanguageModels;

/// <summary>The folder of language models: every GGUF file in it is one, under the file's name.</summary>
/// <param name="path">The folder; one that does not exist has no models.</param>
public sealed class ModelFolder(string path)
{
    /// <summary>Looks for models.</summary>
    /// <returns>The models in the order of their names.</returns>
    public ImmutableArray<ModelFile> Files() => Directory.Exists(path)
        ?
        [
            .. Directory.EnumerateFiles(path)
                .Select(file => (Path: file, Name: GgufName.Parse(Path.GetFileName(file))))
                .Where(file => file.Name is not null)
                .GroupBy(file => file.Name!.Model, StringComparer.Ordinal)
                .OrderBy(model => model.Key, StringComparer.Ordinal)
                .Select(model => ModelFile.At(model.OrderBy(file => file.Name!.Part).First().Path)),
        ]
        : [];
}
