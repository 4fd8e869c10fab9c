using System.Text;

namespace NasDaemon.Pipeline.Files;

/// <summary>Writes files that appear whole or not at all, also when the machine loses power.</summary>
public static class AtomicFile
{
    /// <summary>Writes text as UTF-8 without a byte order mark; a file of that name is replaced.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <param name="text">The text.</param>
    public static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes bytes; a file of that name is replaced.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <param name="bytes">The bytes.</param>
    public static void Write(string path, byte[] bytes) => Write(path, stream => stream.Write(bytes));

    /// <summary>Writes what a caller puts into a stream; a file of that name is replaced once the caller has returned.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <param name="write">Fills the stream. Where it throws, nothing is left behind.</param>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var target = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(target)!;
        var temporary = Path.Combine(folder, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}.tmp");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }

        SyncFolder(folder);
    }

    /// <summary>Makes what was created, renamed or deleted in a folder durable.</summary>
    /// <param name="folder">The folder.</param>
    public static void SyncFolder(string folder)
    {
        using var handle = LibC.Open(folder, LibC.ReadFolder, 0);

        // Some network file systems cannot sync a folder; the rename itself has happened, so there is nothing better to do.
        _ = handle.IsInvalid ? 0 : LibC.Sync(handle);
    }
}
