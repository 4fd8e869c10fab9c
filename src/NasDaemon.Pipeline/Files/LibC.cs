using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace NasDaemon.Pipeline.Files;

/// <summary>The few calls of the C library that .NET does not offer: opening without following links, syncing a folder, renaming without replacing.</summary>
internal static partial class LibC
{
    /// <summary>Relative paths start from the current folder.</summary>
    public const int CurrentFolder = -100;

    /// <summary>Renaming fails where the target exists.</summary>
    public const uint NoReplace = 1;

    /// <summary>An exclusive lock, or failure at once.</summary>
    public const int LockExclusiveNow = 2 | 4;

    /// <summary>A status looks at a link itself.</summary>
    public const int NoFollowStatus = 0x100;

    /// <summary>A status looks at the open file.</summary>
    public const int EmptyPath = 0x1000;

    /// <summary>The fields of <see cref="StatusRecord"/> that are wanted.</summary>
    public const uint BasicStatus = 0x7ff;

    private const int NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000;

    /// <summary>Reading and writing, creating where absent.</summary>
    public static int ReadWriteCreate => 2 | 0x40 | NoFollow | CloseOnExec;

    /// <summary>Reading without following a link and without waiting for the other end of a pipe.</summary>
    public static int ReadNoFollow => NoFollow | NonBlocking | CloseOnExec;

    /// <summary>Opening a folder.</summary>
    public static int ReadFolder => (IsArm ? 0x4000 : 0x10000) | CloseOnExec;

    private static int NoFollow => IsArm ? 0x8000 : 0x20000;

    private static bool IsArm => RuntimeInformation.ProcessArchitecture is Architecture.Arm or Architecture.Arm64;

    /// <summary>open(2).</summary>
    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial SafeFileHandle Open(string path, int flags, uint mode);

    /// <summary>fsync(2).</summary>
    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    public static partial int Sync(SafeFileHandle file);

    /// <summary>flock(2).</summary>
    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    public static partial int Lock(SafeFileHandle file, int operation);

    /// <summary>renameat2(2).</summary>
    [LibraryImport("libc", EntryPoint = "renameat2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Rename(int fromFolder, string from, int toFolder, string to, uint flags);

    /// <summary>statx(2) of a path.</summary>
    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Status(int folder, string path, int flags, uint mask, out StatusRecord status);

    /// <summary>statx(2) of an open file; <paramref name="path"/> is empty.</summary>
    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Status(SafeFileHandle file, string path, int flags, uint mask, out StatusRecord status);

    /// <summary>The part of struct statx that is read here; its layout is the same on every processor.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    public struct StatusRecord
    {
        /// <summary>Kind and permissions.</summary>
        [FieldOffset(28)]
        public ushort Mode;

        /// <summary>The file's number on its device.</summary>
        [FieldOffset(32)]
        public ulong Inode;

        /// <summary>The size in bytes.</summary>
        [FieldOffset(40)]
        public ulong Size;

        /// <summary>When it was written, in seconds since 1970.</summary>
        [FieldOffset(112)]
        public long ModifiedSeconds;

        /// <summary>The nanoseconds of that second.</summary>
        [FieldOffset(120)]
        public uint ModifiedNanoseconds;

        /// <summary>The device, upper part.</summary>
        [FieldOffset(136)]
        public uint DeviceMajor;

        /// <summary>The device, lower part.</summary>
        [FieldOffset(140)]
        public uint DeviceMinor;
    }
}
