using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NasDaemon.Abstractions.Randomness;

namespace NasDaemon.Pipeline.Randomness;

/// <summary>The randomness of one task: every (purpose, index) opens a stream of its own, derived from the task's seed alone.</summary>
/// <param name="seed">The task's seed.</param>
public sealed class RandomStreams(long seed) : IRandomStreams
{
    private const int NumbersLength = 2 * sizeof(long);

    /// <inheritdoc/>
    public Random Open(string purpose, long index = 0)
    {
        ArgumentException.ThrowIfNullOrEmpty(purpose);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        var text = new byte[NumbersLength + Encoding.UTF8.GetByteCount(purpose)];
        BinaryPrimitives.WriteInt64LittleEndian(text, seed);
        BinaryPrimitives.WriteInt64LittleEndian(text.AsSpan(sizeof(long)), index);
        Encoding.UTF8.GetBytes(purpose, text.AsSpan(NumbersLength));

        // A cryptographic digest, so that neighbouring seeds and indices give unrelated streams.
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, digest);
        return new SeededRandom(Xoshiro256.FromSeed(BinaryPrimitives.ReadUInt64LittleEndian(digest)));
    }
}
