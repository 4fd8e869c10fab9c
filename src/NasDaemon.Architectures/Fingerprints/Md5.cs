using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace NasDaemon.Architectures.Fingerprints;

/// <summary>MD5 as a name of equal things. It is the published choice, and guards nothing.</summary>
internal static class Md5
{
    /// <summary>Hashes bytes.</summary>
    /// <param name="data">The bytes.</param>
    /// <param name="hash">Where the 16 bytes of the hash go.</param>
    [SuppressMessage("Security", "CA5351", Justification = "A name of equal things, not a protection; the published method is MD5.")]
    public static void Hash(ReadOnlySpan<byte> data, Span<byte> hash) => MD5.HashData(data, hash);
}
