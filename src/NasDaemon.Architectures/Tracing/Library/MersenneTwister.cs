namespace NasDaemon.Architectures.Tracing.Library;

/// <summary>The random generator of CPython, seeded as CPython seeds it.</summary>
/// <remarks>Matsumoto and Nishimura (1998), with the initialisation by array of 2002.</remarks>
internal sealed class MersenneTwister
{
    private const int Size = 624;
    private const int Distance = 397;

    private readonly uint[] _state = new uint[Size];
    private int _index = Size;

    /// <summary>Makes a generator.</summary>
    /// <param name="seed">The seed.</param>
    public MersenneTwister(long seed)
    {
        var magnitude = (ulong)Int128.Abs(seed);
        Seed(magnitude > uint.MaxValue ? [(uint)magnitude, (uint)(magnitude >> 32)] : [(uint)magnitude]);
    }

    /// <summary>The next 32 random bits.</summary>
    /// <returns>The bits.</returns>
    public uint Next()
    {
        if (_index == Size)
        {
            Generate();
        }

        var bits = _state[_index++];
        bits ^= bits >> 11;
        bits ^= (bits << 7) & 0x9D2C5680;
        bits ^= (bits << 15) & 0xEFC60000;
        return bits ^ (bits >> 18);
    }

    private void Seed(uint[] keys)
    {
        _state[0] = 19650218;
        for (var index = 1; index < Size; index++)
        {
            _state[index] = (1812433253 * (_state[index - 1] ^ (_state[index - 1] >> 30))) + (uint)index;
        }

        var position = 1;
        for (var turn = 0; turn < Size; turn++)
        {
            var key = turn % keys.Length;
            var previous = _state[position - 1];
            _state[position] = (_state[position] ^ ((previous ^ (previous >> 30)) * 1664525)) + keys[key] + (uint)key;
            position = Advance(position);
        }

        for (var turn = 0; turn < Size - 1; turn++)
        {
            var previous = _state[position - 1];
            _state[position] = (_state[position] ^ ((previous ^ (previous >> 30)) * 1566083941)) - (uint)position;
            position = Advance(position);
        }

        _state[0] = 0x80000000;
    }

    private int Advance(int position)
    {
        if (position + 1 < Size)
        {
            return position + 1;
        }

        _state[0] = _state[Size - 1];
        return 1;
    }

    private void Generate()
    {
        for (var index = 0; index < Size; index++)
        {
            var mixed = (_state[index] & 0x80000000) | (_state[(index + 1) % Size] & 0x7FFFFFFF);
            _state[index] = _state[(index + Distance) % Size] ^ (mixed >> 1) ^ ((mixed & 1) == 0 ? 0 : 0x9908B0DF);
        }

        _index = 0;
    }
}
