using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace NasDaemon.Pipeline.Files;

/// <summary>Holds a state folder for one daemon. The system gives it back when the process ends, however it ends.</summary>
public sealed class StateLock : IDisposable
{
    private const uint OwnerAndGroupRead = 0b110_100_000;
    private readonly SafeFileHandle _file;

    private StateLock(SafeFileHandle file) => _file = file;

    /// <summary>Takes the lock of a state folder.</summary>
    /// <param name="stateFolder">The folder; it exists.</param>
    /// <returns>The lock, or why it cannot be had.</returns>
    public static StateLockResult TryTake(string stateFolder)
    {
        var path = Path.Combine(stateFolder, "lock");
        var file = LibC.Open(path, LibC.ReadWriteCreate, OwnerAndGroupRead);
        if (file.IsInvalid)
        {
            file.Dispose();
            return new StateLockResult(null, $"The lock {path} cannot be opened. Check who owns {stateFolder}.");
        }

        if (LibC.Lock(file, LibC.LockExclusiveNow) != 0)
        {
            var holder = Holder(file);
            file.Dispose();
            return new StateLockResult(null, $"Another daemon{holder} works in {stateFolder}. Stop it first, or give this one a state folder of its own.");
        }

        var process = Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture) + "\n");
        RandomAccess.SetLength(file, 0);
        RandomAccess.Write(file, process, 0);
        return new StateLockResult(new StateLock(file), null);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static string Holder(SafeFileHandle file)
    {
        var buffer = new byte[16];
        var length = RandomAccess.Read(file, buffer, 0);
        return int.TryParse(Encoding.ASCII.GetString(buffer, 0, length), CultureInfo.InvariantCulture, out var process)
            ? string.Create(CultureInfo.InvariantCulture, $" (process {process})")
            : string.Empty;
    }
}

/// <summary>The lock of a state folder, or why it cannot be had.</summary>
/// <param name="Lock">The lock; null where it cannot be had.</param>
/// <param name="Problem">What is wrong, with the remedy; null where nothing is.</param>
public sealed record StateLockResult(StateLock? Lock, string? Problem);
