using System.Collections.Immutable;
using NasDaemon.Pipeline.Fields;
using NasDaemon.Pipeline.Files;
using NasDaemon.Pipeline.Yaml;

namespace NasDaemon.Pipeline.Tasks;

/// <summary>Reads the network that a task is to improve: from the task file itself, or from a file beside it.</summary>
/// <param name="reading">The values, and where problems go.</param>
/// <param name="folders">Where the file may lie, the likeliest first.</param>
internal sealed class ReferenceReader(FieldReading reading, ImmutableArray<string> folders)
{
    private const string Extension = ".py";

    /// <summary>Reads it.</summary>
    /// <returns>Its source, with the name of its file where it has one; null where there is none or something is wrong with it.</returns>
    public TaskReference? Read()
    {
        if (!reading.IsGiven(TaskFields.Reference))
        {
            return null;
        }

        var text = reading.Get(TaskFields.Reference);
        if (text.Contains('\n', StringComparison.Ordinal) || !text.EndsWith(Extension, StringComparison.Ordinal))
        {
            return new TaskReference(null, text);
        }

        if (Path.GetFileName(text) != text || text.StartsWith('.'))
        {
            return Refuse($"'{text}' is not the name of a file beside the task.", "Put the file beside the task file and write its name alone.");
        }

        return ReadFile(text);
    }

    private TaskReference? ReadFile(string name)
    {
        var path = folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(path => FileStatus.Of(path) is not null);
        if (path is null)
        {
            return Refuse($"There is no file '{name}' beside the task.", $"Put {name} into the same folder before the task file, or write the source itself under 'reference: |'.");
        }

        var read = RegularFile.Read(path, YamlDocument.LargestFile);
        if (read.Bytes is null)
        {
            return Refuse($"{name} is not read: {read.Problem}.", "Put a plain text file there.");
        }

        return YamlDocument.Decode(read.Bytes, out var source) is null
            ? new TaskReference(name, source)
            : Refuse($"{name} is not UTF-8 text.", "Save it as UTF-8.");
    }

    private TaskReference? Refuse(string message, string remedy)
    {
        reading.Report(reading.Position(TaskFields.Reference), message, remedy);
        return null;
    }
}
