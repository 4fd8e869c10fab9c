using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Reductions;

/// <summary>Shapes after a reduction.</summary>
internal static class ReducedShape
{
    /// <summary>Resolves the dimensions to reduce; none given means all.</summary>
    /// <param name="rank">How many dimensions there are.</param>
    /// <param name="dimensions">The dimensions as given.</param>
    /// <param name="resolved">The dimensions from the front, ascending.</param>
    /// <returns>PyTorch's error where one is out of range or given twice.</returns>
    public static OperatorError? Resolve(int rank, IReadOnlyList<long> dimensions, out int[] resolved)
    {
        resolved = dimensions.Count == 0 ? [.. Enumerable.Range(0, rank)] : new int[dimensions.Count];
        for (var index = 0; index < dimensions.Count; index++)
        {
            if (DimensionIndex.Resolve(dimensions[index], rank, out resolved[index]) is { } error)
            {
                return error;
            }

            if (resolved.AsSpan(0, index).Contains(resolved[index]))
            {
                return OperatorError.Runtime($"dim {resolved[index]} appears multiple times in the list of dims");
            }
        }

        Array.Sort(resolved);
        return null;
    }

    /// <summary>The shape that remains.</summary>
    /// <param name="shape">The shape before.</param>
    /// <param name="dimensions">The dimensions that are reduced, from the front.</param>
    /// <param name="keep">Whether they stay with size 1.</param>
    /// <returns>The shape.</returns>
    public static ImmutableArray<Dimension> After(ImmutableArray<Dimension> shape, int[] dimensions, bool keep)
    {
        var remaining = ImmutableArray.CreateBuilder<Dimension>(shape.Length);
        for (var index = 0; index < shape.Length; index++)
        {
            if (Array.IndexOf(dimensions, index) < 0)
            {
                remaining.Add(shape[index]);
            }
            else if (keep)
            {
                remaining.Add(1);
            }
        }

        return remaining.ToImmutable();
    }

    /// <summary>Dimension numbers as an argument.</summary>
    /// <param name="dimensions">The numbers.</param>
    /// <returns>A tuple.</returns>
    public static TupleValue AsValue(int[] dimensions) => Composition.Integers([.. dimensions.Select(index => (long)index)]);
}
