using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators;

/// <summary>Arithmetic on dimensions and shapes.</summary>
internal static class ShapeMath
{
    /// <summary>The size of a dimension at the traced batch size.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <returns>The size.</returns>
    public static long Traced(this Dimension dimension) => dimension.At(TraceBatch.Size);

    /// <summary>Elements of a shape at the traced batch size.</summary>
    /// <param name="shape">The dimensions.</param>
    /// <returns>The count.</returns>
    public static long Elements(ImmutableArray<Dimension> shape) => TensorElements.Of(shape, TraceBatch.Size);

    /// <summary>Elements of some dimensions at the traced batch size.</summary>
    /// <param name="shape">The dimensions.</param>
    /// <returns>The count.</returns>
    public static long Elements(ReadOnlySpan<Dimension> shape)
    {
        var elements = 1L;
        foreach (var dimension in shape)
        {
            elements *= dimension.Traced();
        }

        return elements;
    }

    /// <summary>Elements of a shape for one sample.</summary>
    /// <param name="shape">The dimensions.</param>
    /// <returns>The count.</returns>
    public static long SampleElements(ImmutableArray<Dimension> shape) => TensorElements.Of(shape, 1);

    /// <summary>Whether two shapes are equal at the traced batch size.</summary>
    /// <param name="left">One shape.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where they are.</returns>
    public static bool Same(ImmutableArray<Dimension> left, ImmutableArray<Dimension> right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (var index = 0; index < left.Length; index++)
        {
            if (left[index].Traced() != right[index].Traced())
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether two dimensions are equal at the traced batch size; notes it where they differ at others.</summary>
    /// <param name="scope">Where the comparison happens.</param>
    /// <param name="left">One dimension.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where they are.</returns>
    public static bool Match(TraceScope scope, Dimension left, Dimension right)
    {
        if (left == right)
        {
            return true;
        }

        if (left.Traced() != right.Traced())
        {
            return false;
        }

        scope.Graph.MarkBatchSpecific($"A size of {left.Traced()} equals another only for a batch of {TraceBatch.Size}.");
        return true;
    }

    /// <summary>The sum of two dimensions.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>The sum.</returns>
    public static Dimension Add(Dimension left, Dimension right) =>
        new(left.BatchMultiple + right.BatchMultiple, left.Constant + right.Constant);

    /// <summary>A function of one size, taken at the traced batch size where the size depends on the batch.</summary>
    /// <param name="scope">Where the call happens.</param>
    /// <param name="dimension">The size.</param>
    /// <param name="function">The function.</param>
    /// <returns>The result; linear in the batch size where that holds exactly.</returns>
    public static Dimension Map(TraceScope scope, Dimension dimension, Func<long, long> function)
    {
        if (dimension.IsFixed)
        {
            return function(dimension.Constant);
        }

        return LinearFit.Fit(scope, batch => function(dimension.At(batch)));
    }

    /// <summary>A function of one size and of what does not depend on the batch, for sizes that are computed often.</summary>
    /// <typeparam name="TState">What the function needs beside the size.</typeparam>
    /// <param name="scope">Where the call happens.</param>
    /// <param name="dimension">The size.</param>
    /// <param name="state">What the function needs beside the size.</param>
    /// <param name="function">The function; it captures nothing.</param>
    /// <returns>The result; linear in the batch size where that holds exactly.</returns>
    public static Dimension Map<TState>(TraceScope scope, Dimension dimension, TState state, Func<long, TState, long> function) =>
        dimension.IsFixed ? function(dimension.Constant, state) : Fit(scope, dimension, state, function);

    /// <summary>Replaces one dimension of a shape.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="index">Which dimension.</param>
    /// <param name="dimension">The new one.</param>
    /// <returns>The new shape.</returns>
    public static ImmutableArray<Dimension> With(ImmutableArray<Dimension> shape, int index, Dimension dimension) => shape.SetItem(index, dimension);

    private static Dimension Fit<TState>(TraceScope scope, Dimension dimension, TState state, Func<long, TState, long> function) =>
        LinearFit.Fit(scope, batch => function(dimension.At(batch), state));
}
