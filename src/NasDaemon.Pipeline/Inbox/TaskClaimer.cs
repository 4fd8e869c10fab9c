using Microsoft.Win32.SafeHandles;
using NasDaemon.Pipeline.Files;
using NasDaemon.Pipeline.Yaml;

namespace NasDaemon.Pipeline.Inbox;

/// <summary>
/// Takes files out of the inbox by one rename, so that nobody ever works in place. Where the inbox is on another file
/// system, the file is copied whole before the original goes.
/// </summary>
/// <param name="folders">Where claimed tasks lie.</param>
/// <param name="time">The clock.</param>
public sealed class TaskClaimer(TaskFolders folders, TimeProvider time)
{
    /// <summary>The beginning of the names of claims that have no id yet.</summary>
    public const string ProvisionalPrefix = ".claim-";

    /// <summary>Claims a file.</summary>
    /// <param name="file">The file as it was when it was looked at.</param>
    /// <returns>The claim, or why there is none.</returns>
    public ClaimResult TryClaim(InboxFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var folder = Path.Combine(folders.Tasks, ProvisionalPrefix + Path.GetRandomFileName());
        Directory.CreateDirectory(folder);
        var claim = new Claim(folder, null!).With(new ClaimNote(file.Name, time.GetUtcNow(), file.Status));
        var move = AtomicMove.Rename(file.Path, claim.TaskFile);
        var result = move.End switch
        {
            MoveEnd.Moved => KeepIfUntouched(claim, file),
            MoveEnd.OtherDevice => ClaimAcross(claim, file),
            MoveEnd.SourceGone => new ClaimResult(null, IsGone: true, null),
            _ => new ClaimResult(null, IsGone: false, $"{file.Path} cannot be taken out of the inbox: {move.Reason ?? move.End.ToString()}. Check who may write in it."),
        };
        if (result.Claim is null)
        {
            Directory.Delete(folder, recursive: true);
        }

        return result;
    }

    /// <summary>Finishes claims that a crash interrupted: what was copied to here and still lies in the inbox goes from there.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="inbox">The inbox.</param>
    public static void RemoveOriginal(Claim claim, string inbox)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var original = Path.Combine(inbox, claim.Note.File);
        if (FileStatus.Of(original) == claim.Note.Status && FileStatus.Of(claim.TaskFile)?.Inode != claim.Note.Status.Inode)
        {
            File.Delete(original);
        }
    }

    // A writer that was slower than the two looks goes on writing into the file under its new name: give it back.
    private static ClaimResult KeepIfUntouched(Claim claim, InboxFile file) =>
        FileStatus.Of(claim.TaskFile) == file.Status || AtomicMove.Rename(claim.TaskFile, file.Path).End != MoveEnd.Moved
            ? new ClaimResult(claim, IsGone: false, null)
            : new ClaimResult(null, IsGone: true, null);

    private static ClaimResult ClaimAcross(Claim claim, InboxFile file)
    {
        if (file.Status is not { Kind: FileKind.Regular, Size: <= YamlDocument.LargestFile })
        {
            return ClaimByNote(claim, file);
        }

        var opened = RegularFile.Open(file.Path);
        using (var source = opened.File)
        {
            if (source is null)
            {
                return new ClaimResult(null, IsGone: false, $"{file.Path} is not taken: {opened.Problem}. Make it readable for the daemon.");
            }

            Copy(source, claim.TaskFile);
            if (FileStatus.Of(file.Path) != file.Status)
            {
                return new ClaimResult(null, IsGone: true, null);
            }
        }

        return Delete(file.Path) is { } problem ? new ClaimResult(null, IsGone: false, problem) : new ClaimResult(claim, IsGone: false, null);
    }

    // What is not worth copying is refused by a note; a large file stays in the inbox under a name that no scan takes.
    private static ClaimResult ClaimByNote(Claim claim, InboxFile file)
    {
        var reason = file.Status.Kind switch
        {
            FileKind.Link => "it is a symbolic link",
            FileKind.Regular => $"it is larger than {YamlDocument.LargestFile / 1024} KiB; it lies in the inbox as {file.Name}.rejected",
            _ => "it is a pipe, a socket or a device",
        };
        var noted = claim.With(claim.Note with { Problem = reason });
        var problem = file.Status.Kind != FileKind.Regular ? Delete(file.Path)
            : AtomicMove.Rename(file.Path, file.Path + ".rejected") is { End: not MoveEnd.Moved } move ? $"{file.Path} cannot be renamed: {move.Reason ?? move.End.ToString()}."
            : null;
        return problem is null ? new ClaimResult(noted, IsGone: false, null) : new ClaimResult(null, IsGone: false, problem);
    }

    private static void Copy(SafeFileHandle source, string target) => AtomicFile.Write(target, stream =>
    {
        var buffer = new byte[YamlDocument.LargestFile + 1];
        var length = RandomAccess.Read(source, buffer, 0);
        stream.Write(buffer.AsSpan(0, length));
    });

    private static string? Delete(string path)
    {
        try
        {
            File.Delete(path);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"{path} cannot be taken out of the inbox: {exception.Message} Check who may write in it.";
        }
    }
}

/// <summary>A claim, or why there is none.</summary>
/// <param name="Claim">The claim; null where there is none.</param>
/// <param name="IsGone">Whether the file vanished or moved on in the meantime: nothing is wrong then.</param>
/// <param name="Problem">What is wrong, with the remedy; null where nothing is.</param>
public sealed record ClaimResult(Claim? Claim, bool IsGone, string? Problem);
