namespace NasDaemon.Pipeline.Randomness;

/// <summary>The generator SplitMix64, which spreads a seed over the state of a larger generator.</summary>
/// <remarks>Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators"; constants as in Vigna's reference code.</remarks>
internal struct SplitMix64(ulong state)
{
    private ulong _state = state;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
