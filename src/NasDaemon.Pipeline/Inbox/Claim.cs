using System.Text.Json;
using NasDaemon.Pipeline.Files;

namespace NasDaemon.Pipeline.Inbox;

/// <summary>A task file that was taken out of the inbox into a folder of its own.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Note">What is known of it.</param>
public sealed record Claim(string Folder, ClaimNote Note)
{
    private const string NoteFile = "claim.json";

    /// <summary>The file in its folder.</summary>
    public string TaskFile => Path.Combine(Folder, TaskFolders.TaskFile);

    /// <summary>Reads the claim of an earlier process.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The claim, or null where the folder holds none.</returns>
    public static Claim? TryLoad(string folder)
    {
        var note = RegularFile.Read(Path.Combine(folder, NoteFile), 64 * 1024);
        return note.Bytes is not null && JsonSerializer.Deserialize<ClaimNote>(note.Bytes) is { } read ? new Claim(folder, read) : null;
    }

    /// <summary>Writes down what is known of it.</summary>
    /// <param name="note">What is known.</param>
    /// <returns>The claim with the note.</returns>
    public Claim With(ClaimNote note)
    {
        AtomicFile.Write(Path.Combine(Folder, NoteFile), JsonSerializer.Serialize(note));
        return this with { Note = note };
    }
}

/// <summary>What is known of a claimed file, written before the file is moved.</summary>
/// <param name="File">Its name in the inbox.</param>
/// <param name="Claimed">When it was claimed.</param>
/// <param name="Status">What it was in the inbox.</param>
/// <param name="Reads">How often a daemon began to read it.</param>
/// <param name="Problem">Why it could not be moved, as half a sentence that begins with "it"; null where it was.</param>
public sealed record ClaimNote(string File, DateTimeOffset Claimed, FileStatus Status, int Reads = 0, string? Problem = null);
