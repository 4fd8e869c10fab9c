using System.Buffers.Binary;

namespace NasDaemon.Architectures.Fingerprints;

/// <summary>A fast hash that is the same in every process. It only orders operands; fingerprints themselves are MD5.</summary>
internal static class StableHash
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    /// <summary>Hashes bytes.</summary>
    /// <param name="data">The bytes.</param>
    /// <returns>The hash.</returns>
    public static long Of(ReadOnlySpan<byte> data)
    {
        var hash = (ulong)data.Length;
        while (data.Length >= sizeof(ulong))
        {
            hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(data));
            data = data[sizeof(ulong)..];
        }

        var rest = 0UL;
        foreach (var value in data)
        {
            rest = (rest << 8) | value;
        }

        return (long)Mix(hash, rest);
    }

    private static ulong Mix(ulong hash, ulong word)
    {
        hash = (hash ^ word) * Multiplier;
        return hash ^ (hash >> 29);
    }
}
