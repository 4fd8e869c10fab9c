using Microsoft.Win32.SafeHandles;

namespace NasDaemon.Pipeline.Files;

/// <summary>What a file is, seen without following links. Two equal values mean that it was not touched in between.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="ModifiedNanoseconds">When it was written, in nanoseconds since 1970.</param>
/// <param name="Inode">Its number on its device.</param>
/// <param name="Device">Its device.</param>
public sealed record FileStatus(FileKind Kind, long Size, long ModifiedNanoseconds, ulong Inode, ulong Device)
{
    /// <summary>Looks at a path.</summary>
    /// <param name="path">The path.</param>
    /// <returns>What is there, or null where nothing is or it may not be looked at.</returns>
    public static FileStatus? Of(string path) =>
        LibC.Status(LibC.CurrentFolder, path, LibC.NoFollowStatus, LibC.BasicStatus, out var status) == 0 ? From(status) : null;

    internal static FileStatus? Of(SafeFileHandle file) =>
        LibC.Status(file, string.Empty, LibC.EmptyPath, LibC.BasicStatus, out var status) == 0 ? From(status) : null;

    private static FileStatus From(LibC.StatusRecord status) => new(
        (status.Mode & 0xF000) switch
        {
            0x8000 => FileKind.Regular,
            0x4000 => FileKind.Folder,
            0xA000 => FileKind.Link,
            _ => FileKind.Special,
        },
        (long)status.Size,
        (status.ModifiedSeconds * 1_000_000_000) + status.ModifiedNanoseconds,
        status.Inode,
        ((ulong)status.DeviceMajor << 32) | status.DeviceMinor);
}

/// <summary>What lies at a path.</summary>
public enum FileKind
{
    /// <summary>A regular file.</summary>
    Regular,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A symbolic link.</summary>
    Link,

    /// <summary>A pipe, socket or device.</summary>
    Special,
}
