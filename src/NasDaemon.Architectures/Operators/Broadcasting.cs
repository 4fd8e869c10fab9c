using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Operators;

/// <summary>PyTorch's broadcasting of shapes.</summary>
internal static class Broadcasting
{
    /// <summary>The shape that two shapes broadcast to.</summary>
    /// <param name="scope">Where the call happens.</param>
    /// <param name="left">One shape.</param>
    /// <param name="right">The other.</param>
    /// <param name="result">The common shape.</param>
    /// <returns>PyTorch's error where there is none.</returns>
    public static OperatorError? Combine(
        TraceScope scope,
        ImmutableArray<Dimension> left,
        ImmutableArray<Dimension> right,
        out ImmutableArray<Dimension> result)
    {
        if (left.AsSpan().SequenceEqual(right.AsSpan()))
        {
            result = left;
            return null;
        }

        var rank = Math.Max(left.Length, right.Length);
        var combined = new Dimension[rank];
        result = [];
        for (var index = rank - 1; index >= 0; index--)
        {
            var first = At(left, index - rank + left.Length);
            var second = At(right, index - rank + right.Length);
            if (ShapeMath.Match(scope, first, second))
            {
                combined[index] = first.IsFixed ? second : first;
            }
            else if (first.Traced() == 1 || second.Traced() == 1)
            {
                combined[index] = first.Traced() == 1 ? second : first;
            }
            else
            {
                return OperatorError.Shape(
                    $"The size of tensor a ({first.Traced()}) must match the size of tensor b ({second.Traced()}) at non-singleton dimension {index}",
                    $"The shapes are {ShapeText.List(left)} and {ShapeText.List(right)}.");
            }
        }

        result = [.. combined];
        return null;
    }

    private static Dimension At(ImmutableArray<Dimension> shape, int index) => index < 0 ? 1 : shape[index];
}
