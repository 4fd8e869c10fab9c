using System.Numerics;

namespace NasDaemon.Reports.TensorBoard.Records;

/// <summary>The checksum of event files: CRC-32C, turned and shifted.</summary>
/// <remarks>
/// CRC-32C is RFC 3720, appendix B.4. A checksum over data that holds checksums of the same kind tells little, hence the mask, which is the
/// record format's own.
/// </remarks>
internal static class MaskedChecksum
{
    private const uint Shift = 0xa282ead8;
    private const int Turn = 15;

    /// <summary>The checksum of some bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes) => unchecked(BitOperations.RotateRight(Plain(bytes), Turn) + Shift);

    /// <summary>CRC-32C without the mask.</summary>
    public static uint Plain(ReadOnlySpan<byte> bytes)
    {
        var checksum = uint.MaxValue;
        foreach (var value in bytes)
        {
            checksum = BitOperations.Crc32C(checksum, value);
        }

        return ~checksum;
    }
}
