using System.Numerics;

namespace NasDaemon.Pipeline.Randomness;

/// <summary>The generator xoshiro256**.</summary>
/// <remarks>Blackman and Vigna 2021, "Scrambled linear pseudorandom number generators".</remarks>
internal sealed class Xoshiro256
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>Begins with a given state, which must not be all zeros.</summary>
    public Xoshiro256(ulong s0, ulong s1, ulong s2, ulong s3) => (_s0, _s1, _s2, _s3) = (s0, s1, s2, s3);

    /// <summary>Begins with the first four numbers of SplitMix64, as the authors advise.</summary>
    public static Xoshiro256 FromSeed(ulong seed)
    {
        var spread = new SplitMix64(seed);
        return new Xoshiro256(spread.Next(), spread.Next(), spread.Next(), spread.Next());
    }

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        var result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        var shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }
}
