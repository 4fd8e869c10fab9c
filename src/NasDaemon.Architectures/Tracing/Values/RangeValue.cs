using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>A Python range.</summary>
/// <param name="start">The first number.</param>
/// <param name="stop">The bound, which is not reached.</param>
/// <param name="step">The distance; not 0.</param>
internal sealed class RangeValue(long start, long stop, long step) : Value
{
    /// <summary>The first number.</summary>
    public long Start { get; } = start;

    /// <summary>The bound.</summary>
    public long Stop { get; } = stop;

    /// <summary>The distance.</summary>
    public long Step { get; } = step;

    /// <summary>How many numbers there are.</summary>
    public long Count { get; } = CountOf(start, stop, step);

    /// <inheritdoc/>
    public override string TypeName => "range";

    /// <summary>Whether the range has a number.</summary>
    /// <param name="number">The number.</param>
    /// <returns>True where it does.</returns>
    public bool Contains(long number)
    {
        var distance = (Int128)number - Start;
        return distance % Step == 0 && distance / Step >= 0 && distance / Step < Count;
    }

    private static long CountOf(long start, long stop, long step)
    {
        var (low, high, distance) = step > 0 ? (start, stop, (Int128)step) : (stop, start, -(Int128)step);
        var count = high <= low ? 0 : (((Int128)high - low - 1) / distance) + 1;
        return count > long.MaxValue ? long.MaxValue : (long)count;
    }
}
