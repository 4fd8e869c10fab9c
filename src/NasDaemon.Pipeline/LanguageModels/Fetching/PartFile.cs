using System.Text.Json;
using System.Text.Json.Nodes;
using NasDaemon.Pipeline.Files;

namespace NasDaemon.Pipeline.LanguageModels.Fetching;

/// <summary>A file that has come in part, with a note beside it of what it is a part of, so that a later attempt can go on.</summary>
/// <param name="target">The file that it is to become.</param>
internal sealed class PartFile(string target)
{
    private readonly string _note = target + ".part.json";

    /// <summary>Where the part is.</summary>
    public string Path { get; } = target + ".part";

    /// <summary>How much of it there is.</summary>
    public long Length => File.Exists(Path) ? new FileInfo(Path).Length : 0;

    /// <summary>Whether what is there is a part of this file.</summary>
    /// <param name="place">Where the file comes from.</param>
    /// <param name="content">What the place says of it; null for what it says now is not known yet.</param>
    /// <returns>True where it is.</returns>
    public bool Fits(string place, SourceContent? content) =>
        ReadNote() is { } note
        && Says(note, "place", place)
        && (content is null || (Says(note, "tag", content.Tag) && Says(note, "total", Total(content))));

    /// <summary>The size that the whole file is to have; null where that is not known.</summary>
    /// <returns>The size.</returns>
    public long? WholeLength() => long.TryParse(ReadNote()?["total"]?.GetValue<string>(), out var total) ? total : null;

    /// <summary>Notes what the part belongs to.</summary>
    /// <param name="place">Where the file comes from.</param>
    /// <param name="content">What the place says of it.</param>
    public void Note(string place, SourceContent content) => AtomicFile.Write(
        _note, new JsonObject { ["place"] = place, ["tag"] = content.Tag, ["total"] = Total(content) }.ToJsonString());

    /// <summary>Makes it the file that it was to become. A file of that name is not replaced.</summary>
    public void Complete()
    {
        using (var file = new FileStream(Path, FileMode.Open, FileAccess.ReadWrite))
        {
            file.Flush(flushToDisk: true);
        }

        File.Move(Path, target, overwrite: false);
        File.Delete(_note);
        AtomicFile.SyncFolder(System.IO.Path.GetDirectoryName(target)!);
    }

    /// <summary>Throws it away.</summary>
    public void Discard()
    {
        File.Delete(Path);
        File.Delete(_note);
    }

    private static string Total(SourceContent content) => FormattableString.Invariant($"{content.Total}");

    private static bool Says(JsonObject note, string name, string value) => note[name] is JsonValue said && said.TryGetValue<string>(out var text) && text == value;

    private JsonObject? ReadNote()
    {
        try
        {
            return File.Exists(Path) && File.Exists(_note) ? JsonNode.Parse(File.ReadAllText(_note)) as JsonObject : null;
        }
        catch (JsonException)
        {
            // A note that cannot be read says nothing: the file is fetched from its beginning.
            return null;
        }
    }
}
