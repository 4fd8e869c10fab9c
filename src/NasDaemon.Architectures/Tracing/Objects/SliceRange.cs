using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Objects;

/// <summary>The positions that a slice selects.</summary>
/// <param name="Start">The first position.</param>
/// <param name="Count">How many.</param>
/// <param name="Step">The distance between two.</param>
internal readonly record struct SliceRange(long Start, long Count, long Step)
{
    /// <summary>Resolves a slice.</summary>
    /// <param name="interpreter">Takes errors.</param>
    /// <param name="slice">The slice.</param>
    /// <param name="length">How many items there are.</param>
    /// <returns>The positions; null where an error was raised.</returns>
    public static SliceRange? Of(Interpreter interpreter, SliceValue slice, int length)
    {
        if (!TryBound(interpreter, slice.Step, out var stepBound) || !TryBound(interpreter, slice.Start, out var start) || !TryBound(interpreter, slice.Stop, out var stop))
        {
            return null;
        }

        var step = Math.Clamp(stepBound ?? 1, -int.MaxValue, int.MaxValue);
        if (step == 0)
        {
            interpreter.State.Raise("ValueError", "slice step cannot be zero");
            return null;
        }

        var (low, high) = step > 0 ? (0L, (long)length) : (-1L, length - 1L);
        var first = Clamp(start ?? (step > 0 ? low : high), length, low, high, isGiven: start is not null);
        var last = Clamp(stop ?? (step > 0 ? high : low), length, low, high, isGiven: stop is not null);
        var count = step > 0 ? (last - first + step - 1) / step : (first - last - step - 1) / -step;
        return new SliceRange(first, Math.Max(0, count), step);
    }

    /// <summary>The positions in the order of the slice.</summary>
    /// <returns>The positions.</returns>
    public IEnumerable<int> Indices()
    {
        for (long turn = 0; turn < Count; turn++)
        {
            yield return (int)(Start + (turn * Step));
        }
    }

    private static long Clamp(long bound, int length, long low, long high, bool isGiven)
    {
        var position = isGiven && bound < 0 ? bound + length : bound;
        return Math.Clamp(position, low, high);
    }

    private static bool TryBound(Interpreter interpreter, Value value, out long? bound)
    {
        bound = value switch
        {
            IntegerValue integer => Math.Clamp(integer.Traced, -int.MaxValue, int.MaxValue),
            BoolValue truth => truth.Value ? 1 : 0,
            _ => null,
        };
        if (bound is not null || value is NoneValue)
        {
            return true;
        }

        interpreter.State.Raise("TypeError", "slice indices must be integers or None or have an __index__ method");
        return false;
    }
}
