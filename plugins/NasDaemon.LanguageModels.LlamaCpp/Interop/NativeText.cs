using System.Runtime.InteropServices;
using System.Text;

namespace NasDaemon.LanguageModels.LlamaCpp.Interop;

/// <summary>Text on its way to and from the library.</summary>
internal static unsafe class NativeText
{
    /// <summary>Fills a buffer, and a larger one where the first was too small.</summary>
    /// <param name="buffer">Where to write.</param>
    /// <param name="length">How much fits.</param>
    /// <returns>How long the text is, its end mark left out; negative where there is none.</returns>
    public delegate int Writer(byte* buffer, int length);

    /// <summary>Copies a text that the library owns.</summary>
    public static string Copy(byte* text) => Marshal.PtrToStringUTF8((nint)text) ?? string.Empty;

    /// <summary>A text as UTF-8 with its end mark.</summary>
    public static byte[] Encode(string text) => Encoding.UTF8.GetBytes(text + '\0');

    /// <summary>Reads a text whose length only the library knows.</summary>
    /// <returns>The text; null where there is none.</returns>
    public static string? Read(Writer write)
    {
        var buffer = new byte[1024];
        while (true)
        {
            fixed (byte* start = buffer)
            {
                var length = write(start, buffer.Length);
                if (length < 0)
                {
                    return null;
                }

                if (length < buffer.Length)
                {
                    return Encoding.UTF8.GetString(buffer, 0, length);
                }

                buffer = new byte[length + 1];
            }
        }
    }
}
