using System.Runtime.InteropServices;

namespace NasDaemon.Pipeline.Files;

/// <summary>Renames files and folders, never over something that exists.</summary>
public static class AtomicMove
{
    private const int NoEntry = 2;
    private const int Exists = 17;
    private const int OtherDevice = 18;
    private const int InvalidArgument = 22;
    private const int NotEmpty = 39;
    private const int NotImplemented = 38;

    /// <summary>Renames and makes it durable.</summary>
    /// <param name="from">A file or folder; a link is renamed itself.</param>
    /// <param name="to">Its new name.</param>
    /// <returns>What became of it.</returns>
    public static MoveResult Rename(string from, string to)
    {
        var result = LibC.Rename(LibC.CurrentFolder, from, LibC.CurrentFolder, to, LibC.NoReplace) == 0
            ? new MoveResult(MoveEnd.Moved, null)
            : FromError(Marshal.GetLastPInvokeError(), from, to);
        if (result.End == MoveEnd.Moved)
        {
            AtomicFile.SyncFolder(Path.GetDirectoryName(Path.GetFullPath(to))!);
            AtomicFile.SyncFolder(Path.GetDirectoryName(Path.GetFullPath(from))!);
        }

        return result;
    }

    private static MoveResult FromError(int error, string from, string to) => error switch
    {
        Exists or NotEmpty => new MoveResult(MoveEnd.TargetExists, null),
        NoEntry when FileStatus.Of(from) is null => new MoveResult(MoveEnd.SourceGone, null),
        OtherDevice => new MoveResult(MoveEnd.OtherDevice, null),
        InvalidArgument or NotImplemented => RenameWhereNoReplaceIsUnknown(from, to),
        _ => new MoveResult(MoveEnd.Failed, Marshal.GetPInvokeErrorMessage(error)),
    };

    // Some file systems lack the flag. Looking first leaves a moment in which another could create the target; one daemon a state folder makes that harmless.
    private static MoveResult RenameWhereNoReplaceIsUnknown(string from, string to)
    {
        if (FileStatus.Of(to) is not null)
        {
            return new MoveResult(MoveEnd.TargetExists, null);
        }

        return LibC.Rename(LibC.CurrentFolder, from, LibC.CurrentFolder, to, 0) == 0
            ? new MoveResult(MoveEnd.Moved, null)
            : new MoveResult(MoveEnd.Failed, Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError()));
    }
}

/// <summary>What became of a rename.</summary>
/// <param name="End">What became of it.</param>
/// <param name="Reason">The system's reason where it failed.</param>
public sealed record MoveResult(MoveEnd End, string? Reason);

/// <summary>What became of a rename.</summary>
public enum MoveEnd
{
    /// <summary>It has the new name.</summary>
    Moved,

    /// <summary>Something has that name already.</summary>
    TargetExists,

    /// <summary>There is nothing to rename.</summary>
    SourceGone,

    /// <summary>The new name is on another file system.</summary>
    OtherDevice,

    /// <summary>The system refused.</summary>
    Failed,
}
