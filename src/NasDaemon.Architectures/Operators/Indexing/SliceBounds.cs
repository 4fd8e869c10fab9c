using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Operators.Joining;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Indexing;

/// <summary>Python's slices of a dimension.</summary>
internal static class SliceBounds
{
    /// <summary>Takes a slice.</summary>
    /// <param name="scope">Where the call happens.</param>
    /// <param name="input">The tensor.</param>
    /// <param name="slice">The slice.</param>
    /// <param name="dimension">The dimension.</param>
    /// <returns>The tensor itself where the slice is the whole dimension.</returns>
    public static CallResult Apply(TraceScope scope, TensorValue input, SliceValue slice, int dimension)
    {
        var size = input.Shape[dimension];
        var step = slice.Step is IntegerValue given ? given.Traced : 1;
        if (step <= 0)
        {
            return OperatorError.Value("step must be greater than zero");
        }

        foreach (var bound in (ReadOnlySpan<Value>)[slice.Start, slice.Stop, slice.Step])
        {
            if (bound is not (IntegerValue or NoneValue or BoolValue))
            {
                return OperatorError.Type("slice indices must be integers or None or have an __index__ method");
            }
        }

        var start = Bound(scope, slice.Start, size, 0);
        var end = Bound(scope, slice.Stop, size, size);
        if (start == (Dimension)0 && end == size && step == 1)
        {
            return input;
        }

        var length = LinearFit.Fit(scope, batch => Math.Max(0, (end.At(batch) - start.At(batch) + step - 1) / step));
        return PartRules.SliceAt(scope, input, dimension, (start, end, step), length);
    }

    private static Dimension Bound(TraceScope scope, Value value, Dimension size, Dimension missing)
    {
        if (value is not IntegerValue integer)
        {
            return missing;
        }

        var bound = integer.Dimension;
        return LinearFit.Fit(scope, batch =>
        {
            var (at, most) = (bound.At(batch), size.At(batch));
            return Math.Clamp(at < 0 ? at + most : at, 0, most);
        });
    }
}
