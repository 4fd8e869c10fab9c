using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace NasDaemon.Architectures.Fingerprints;

/// <summary>The first level of "the same network": MD5 over the source without white space, as it was published.</summary>
/// <remarks>White space is what Python's <c>\s</c> matches. The sum is no protection; it only names equal texts.</remarks>
public static class SourceFingerprint
{
    private const int BytesPerCharacter = 3;
    private const int StackLimit = 1024;

    /// <summary>Computes the fingerprint of a source.</summary>
    /// <param name="source">The source.</param>
    /// <returns>32 lower-case hexadecimal digits.</returns>
    public static string Compute(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var size = source.Length * BytesPerCharacter;
        var rented = size > StackLimit ? ArrayPool<byte>.Shared.Rent(size) : null;
        var buffer = rented ?? stackalloc byte[StackLimit];
        var written = WriteWithoutWhiteSpace(source, buffer);
        Span<byte> hash = stackalloc byte[MD5.HashSizeInBytes];
        Md5.Hash(buffer[..written], hash);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return Convert.ToHexStringLower(hash);
    }

    // How far one ASCII character moves the end of what is kept: a look-up in place of a branch that the processor could not foresee.
    private static ReadOnlySpan<byte> Kept =>
    [
        1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0,
        0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    ];

    private static int WriteWithoutWhiteSpace(string source, Span<byte> buffer)
    {
        var written = 0;
        for (var index = 0; index < source.Length; index++)
        {
            var character = source[index];
            if (character < Kept.Length)
            {
                buffer[written] = (byte)character;
                written += Kept[character];
            }
            else if (!char.IsWhiteSpace(character))
            {
                Rune.DecodeFromUtf16(source.AsSpan(index), out var rune, out var used);
                written += rune.EncodeToUtf8(buffer[written..]);
                index += used - 1;
            }
        }

        return written;
    }
}
