using System.Runtime.InteropServices;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Engines.LibTorch.Interop;

/// <summary>Turns the status of a native function into an exception with its message.</summary>
internal static unsafe class NativeError
{
    /// <summary>Checks a status.</summary>
    /// <param name="status">What the function returned, on this thread.</param>
    /// <exception cref="EngineException">It failed; the message is libtorch's own.</exception>
    public static void Check(int status)
    {
        if (status != 0)
        {
            throw new EngineException(Text(NativeMethods.nas_last_error()));
        }
    }

    /// <summary>Reads a text that the library owns.</summary>
    /// <param name="text">The text.</param>
    /// <returns>A copy.</returns>
    public static string Text(byte* text) => (Marshal.PtrToStringUTF8((nint)text) ?? string.Empty).TrimEnd();
}
