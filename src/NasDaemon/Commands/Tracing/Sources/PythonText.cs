using System.Text;
using NasDaemon.Abstractions.Failures;

namespace NasDaemon.Commands.Tracing.Sources;

/// <summary>Reads Python source from bytes as Python does where no other encoding is declared.</summary>
internal static class PythonText
{
    private const int BytesPerCharacter = 4;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a source; of a long one no more than shows that it is too long.</summary>
    /// <param name="stream">The bytes.</param>
    /// <param name="longest">Characters that a source may have.</param>
    /// <returns>The text, or why there is none.</returns>
    public static (string? Text, Failure? Problem) Read(Stream stream, int longest)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (stream.Read(buffer) is > 0 and var read)
        {
            bytes.Write(buffer.AsSpan(0, read));
            if (bytes.Length > (long)longest * BytesPerCharacter)
            {
                return (null, TooLong(longest));
            }
        }

        return Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <summary>What a source that is too long is refused with.</summary>
    /// <param name="longest">Characters that a source may have.</param>
    /// <returns>The refusal.</returns>
    public static Failure TooLong(int longest) => new(
        FailureClass.LimitExceeded,
        $"The source has more than {longest} characters.",
        Hint: "A network's source is rarely longer than a few thousand lines. Tables and weights do not belong into it.");

    private static (string? Text, Failure? Problem) Decode(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes.StartsWith("\uFEFF"u8) ? bytes["\uFEFF"u8.Length..] : bytes;
        try
        {
            return (Strict.GetString(bytes), null);
        }
        catch (DecoderFallbackException exception)
        {
            var wrong = exception.BytesUnknown is [var first, ..] ? first : (byte)0;
            var line = bytes[..exception.Index].Count((byte)'\n') + 1;
            return (null, new Failure(
                FailureClass.Syntax,
                $"(unicode error) 'utf-8' codec can't decode byte 0x{wrong:x2} in position {exception.Index}",
                line,
                Hint: "Save the file as UTF-8."));
        }
    }
}
