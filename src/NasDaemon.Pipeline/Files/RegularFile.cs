using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace NasDaemon.Pipeline.Files;

/// <summary>Opens files that others may have put there: regular ones only, never through a link, never waiting for a pipe.</summary>
public static class RegularFile
{
    /// <summary>Opens a file for reading.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The file, or why it cannot be read.</returns>
    public static OpenResult Open(string path)
    {
        var handle = LibC.Open(path, LibC.ReadNoFollow, 0);
        if (handle.IsInvalid)
        {
            var reason = Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError());
            handle.Dispose();
            return new OpenResult(null, null, Refusal(FileStatus.Of(path)?.Kind) ?? $"it cannot be read: {reason}");
        }

        var status = FileStatus.Of(handle);
        if (status is { Kind: FileKind.Regular })
        {
            return new OpenResult(handle, status, null);
        }

        handle.Dispose();
        return new OpenResult(null, null, Refusal(status?.Kind) ?? "it cannot be looked at");
    }

    /// <summary>Reads a whole file of limited size.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limit">The largest size in bytes.</param>
    /// <returns>Its bytes, or why it cannot be read.</returns>
    public static ReadResult Read(string path, int limit)
    {
        var opened = Open(path);
        using var file = opened.File;
        if (file is null)
        {
            return new ReadResult(null, opened.Problem);
        }

        // One byte more than allowed tells a file that grew since it was looked at.
        var buffer = new byte[limit + 1];
        var length = 0;
        while (length < buffer.Length && RandomAccess.Read(file, buffer.AsSpan(length), length) is > 0 and var count)
        {
            length += count;
        }

        return length > limit
            ? new ReadResult(null, $"it is larger than {limit / 1024} KiB")
            : new ReadResult(buffer[..length], null);
    }

    private static string? Refusal(FileKind? kind) => kind switch
    {
        FileKind.Link => "it is a symbolic link",
        FileKind.Folder => "it is a folder",
        FileKind.Special => "it is a pipe, a socket or a device",
        _ => null,
    };
}

/// <summary>An opened file, or why it cannot be read.</summary>
/// <param name="File">The file; null where it cannot be read.</param>
/// <param name="Status">What it was when it was opened; null where it cannot be read.</param>
/// <param name="Problem">Half a sentence that begins with "it"; null where nothing is wrong.</param>
public sealed record OpenResult(SafeFileHandle? File, FileStatus? Status, string? Problem);

/// <summary>A file's bytes, or why it cannot be read.</summary>
/// <param name="Bytes">The bytes; null where it cannot be read.</param>
/// <param name="Problem">Half a sentence that begins with "it"; null where nothing is wrong.</param>
public sealed record ReadResult(byte[]? Bytes, string? Problem);
