namespace NasDaemon.Engines.LibTorch.Samples;

/// <summary>A small generator whose numbers never change between versions of the platform.</summary>
/// <remarks>SplitMix64: Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators".</remarks>
internal struct SplitMix
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    private ulong _state;

    /// <summary>Begins a stream.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">Which stream of that seed.</param>
    public SplitMix(ulong seed, ulong stream)
    {
        _state = seed;
        _state = Next() ^ stream;
        _state = Next();
    }

    /// <summary>The next 64 bits.</summary>
    /// <returns>The bits.</returns>
    public ulong Next()
    {
        unchecked
        {
            _state += Gamma;
            var value = _state;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }

    /// <summary>A number below a bound. Its bias is below 2⁻³² and does not matter for an order of samples.</summary>
    /// <param name="bound">The bound; at least 1.</param>
    /// <returns>The number.</returns>
    public uint Below(uint bound) => (uint)(((Next() >> 32) * bound) >> 32);
}
