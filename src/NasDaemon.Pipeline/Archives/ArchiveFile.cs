using System.Text.Json;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Serialisation;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Pipeline.Files;

namespace NasDaemon.Pipeline.Archives;

/// <summary>Trials in a file, to be taken from one machine to another: a trial a line, as JSON, without its graph, which its source gives again.</summary>
public static class ArchiveFile
{
    private const int LargestFile = 256 * 1024 * 1024;

    /// <summary>Looks whether a file can be an exported archive.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Half a sentence that begins with "it"; null where nothing is wrong.</returns>
    public static string? Problem(string path)
    {
        if (!Path.IsPathFullyQualified(path))
        {
            return "it is no whole path";
        }

        var read = RegularFile.Read(path, LargestFile);
        return read.Problem ?? (Parse(read.Bytes!, path, out _) is { } problem ? "it is no exported archive: " + problem : null);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The trials in the order of the file.</returns>
    /// <exception cref="InvalidDataException">The file is no exported archive any more.</exception>
    public static IReadOnlyList<ArchivedTrial> Read(string path)
    {
        var read = RegularFile.Read(path, LargestFile);
        if (read.Bytes is null)
        {
            throw new InvalidDataException($"{path} is not read: {read.Problem}.");
        }

        return Parse(read.Bytes, path, out var trials) is { } problem ? throw new InvalidDataException($"{path} is no exported archive: {problem}.") : trials;
    }

    /// <summary>Writes a file, whole by rename.</summary>
    /// <param name="path">The file.</param>
    /// <param name="trials">The trials.</param>
    public static void Write(string path, IEnumerable<ArchivedTrial> trials) => AtomicFile.Write(path, stream =>
    {
        using var writer = new StreamWriter(stream, leaveOpen: true);
        foreach (var trial in trials)
        {
            writer.WriteLine(RecordJson.Write(trial with { Candidate = trial.Candidate with { Architecture = null }, Shape = ShapeOf(trial) }));
        }
    });

    /// <summary>Reads a file line by line, whatever is wrong with some of them.</summary>
    /// <param name="path">The file.</param>
    /// <returns>For each line its trial; null where the line is none.</returns>
    /// <exception cref="InvalidDataException">The file cannot be read.</exception>
    public static IEnumerable<ArchivedTrial?> ReadLines(string path)
    {
        var read = RegularFile.Read(path, LargestFile);
        return read.Bytes is { } bytes ? Lines(bytes).Select(ReadLine) : throw new InvalidDataException($"{path} is not read: {read.Problem}.");
    }

    private static IEnumerable<string> Lines(byte[] bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static NetworkShape? ShapeOf(ArchivedTrial trial) => trial.Candidate.Architecture is { Inputs: [var input], OutputType.Shape: [_, { IsFixed: true } outputs] }
        ? new NetworkShape([.. input.Shape.Skip(1).Select(size => checked((int)size.Constant))], checked((int)outputs.Constant))
        : trial.Shape;

    private static string? Parse(byte[] bytes, string path, out IReadOnlyList<ArchivedTrial> trials)
    {
        var read = new List<ArchivedTrial>();
        trials = read;
        using var reader = new StreamReader(new MemoryStream(bytes));
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            if (ReadLine(text) is not { } trial)
            {
                return $"line {line} of {Path.GetFileName(path)} is no trial";
            }

            read.Add(trial);
        }

        return null;
    }

    // The parser leaves out what a line leaves out, so what is needed is looked for.
    private static ArchivedTrial? ReadLine(string text)
    {
        try
        {
            return RecordJson.Read<ArchivedTrial>(text) is { Candidate.Candidate: { Source: not null, Origin: not null }, Trial: { Key: not null, Dataset: not null, Score: not null } } trial
                ? trial
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
