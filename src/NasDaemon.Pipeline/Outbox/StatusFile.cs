using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using NasDaemon.Pipeline.Files;

namespace NasDaemon.Pipeline.Outbox;

/// <summary>The file <c>status.json</c> of a running task: written whole, so that a reader never sees half of it.</summary>
public static class StatusFile
{
    /// <summary>The file's name in the task's work folder.</summary>
    public const string Name = "status.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        WriteIndented = true,
    };

    /// <summary>Writes the status of a task.</summary>
    /// <param name="workFolder">The task's work folder.</param>
    /// <param name="status">Where it stands.</param>
    public static void Write(string workFolder, TaskProgress status) =>
        AtomicFile.Write(Path.Combine(workFolder, Name), JsonSerializer.Serialize(status, Json) + "\n");

    /// <summary>Reads the status of every running task.</summary>
    /// <param name="outbox">The outbox.</param>
    /// <returns>The statuses by id; files that are not readable as such are left out.</returns>
    public static ImmutableArray<TaskProgress> ReadAll(string outbox) => Directory.Exists(outbox)
        ? [.. Directory.EnumerateDirectories(outbox, ".*").Order(StringComparer.Ordinal).Select(TryRead).OfType<TaskProgress>()]
        : [];

    /// <summary>Reads the status of one task.</summary>
    /// <param name="workFolder">The task's work folder.</param>
    /// <returns>Where it stands, or null where the file is absent or is not a status.</returns>
    public static TaskProgress? TryRead(string workFolder)
    {
        try
        {
            return JsonSerializer.Deserialize<TaskProgress>(File.ReadAllBytes(Path.Combine(workFolder, Name)), Json);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            // The folder may be published or the file absent at any moment: that is no status, not an error.
            return null;
        }
    }
}
