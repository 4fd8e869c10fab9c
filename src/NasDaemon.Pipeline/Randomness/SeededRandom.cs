using System.Buffers.Binary;

namespace NasDaemon.Pipeline.Randomness;

/// <summary>
/// A <see cref="Random"/> whose numbers are ours: .NET does not promise that a seed gives the same numbers in its next version.
/// </summary>
internal sealed class SeededRandom(Xoshiro256 generator) : Random
{
    private const double TwoToMinus53 = 1.0 / (1UL << 53);
    private const float TwoToMinus24 = 1.0f / (1U << 24);

    public override int Next() => (int)Below(int.MaxValue);

    public override int Next(int maxValue) => Next(0, maxValue);

    public override int Next(int minValue, int maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxValue, minValue);
        return (int)(minValue + (long)Below((ulong)((long)maxValue - minValue)));
    }

    public override long NextInt64() => (long)Below(long.MaxValue);

    public override long NextInt64(long maxValue) => NextInt64(0, maxValue);

    public override long NextInt64(long minValue, long maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxValue, minValue);
        return unchecked(minValue + (long)Below((ulong)(maxValue - minValue)));
    }

    public override double NextDouble() => (generator.Next() >> 11) * TwoToMinus53;

    public override float NextSingle() => (generator.Next() >> 40) * TwoToMinus24;

    public override void NextBytes(byte[] buffer) => NextBytes(buffer.AsSpan());

    public override void NextBytes(Span<byte> buffer)
    {
        Span<byte> block = stackalloc byte[sizeof(ulong)];
        while (!buffer.IsEmpty)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(block, generator.Next());
            var taken = Math.Min(buffer.Length, block.Length);
            block[..taken].CopyTo(buffer);
            buffer = buffer[taken..];
        }
    }

    protected override double Sample() => NextDouble();

    /// <summary>A number below a bound, each equally likely; 0 for a bound of 0 or 1.</summary>
    /// <remarks>Lemire 2019, "Fast random integer generation in an interval": a multiplication, and a new draw where it would favour some.</remarks>
    private ulong Below(ulong bound)
    {
        if (bound <= 1)
        {
            return 0;
        }

        var high = Math.BigMul(generator.Next(), bound, out var low);
        if (low < bound)
        {
            var threshold = unchecked(0 - bound) % bound;
            while (low < threshold)
            {
                high = Math.BigMul(generator.Next(), bound, out low);
            }
        }

        return high;
    }
}
