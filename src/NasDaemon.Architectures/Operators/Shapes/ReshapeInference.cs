using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Operators.Shapes;

/// <summary>Finds the size that a −1 in a requested shape stands for, as a function of the batch size.</summary>
internal static class ReshapeInference
{
    /// <summary>Resolves a requested shape.</summary>
    /// <param name="scope">Where the call happens.</param>
    /// <param name="input">The shape that there is.</param>
    /// <param name="requested">The shape asked for.</param>
    /// <param name="shape">The shape with its −1 replaced.</param>
    /// <returns>PyTorch's error where the elements do not fit.</returns>
    public static OperatorError? Resolve(
        TraceScope scope,
        ImmutableArray<Dimension> input,
        ImmutableArray<Dimension> requested,
        out ImmutableArray<Dimension> shape)
    {
        shape = requested;
        var elements = ShapeMath.Elements(input);
        var inferred = -1;
        var product = 1L;
        for (var index = 0; index < requested.Length; index++)
        {
            var size = requested[index].Traced();
            if (size == -1)
            {
                if (inferred >= 0)
                {
                    return OperatorError.Runtime("only one dimension can be inferred");
                }

                inferred = index;
            }
            else if (size < 0)
            {
                return OperatorError.Runtime($"invalid shape dimension {size}");
            }
            else
            {
                product *= size;
            }
        }

        if (inferred < 0 ? product != elements : product == 0 || elements % product != 0)
        {
            return OperatorError.Shape(
                $"shape '{ShapeText.List(requested)}' is invalid for input of size {elements}",
                $"The input has the shape {ShapeText.List(input)}.");
        }

        if (inferred >= 0)
        {
            shape = requested.SetItem(inferred, LinearFit.Fit(scope, batch => Infer(input, requested, inferred, batch)));
        }
        else
        {
            CheckOtherBatches(scope, input, requested);
        }

        return null;
    }

    private static long Infer(ImmutableArray<Dimension> input, ImmutableArray<Dimension> requested, int inferred, long batch)
    {
        var product = 1L;
        for (var index = 0; index < requested.Length; index++)
        {
            product *= index == inferred ? 1 : requested[index].At(batch);
        }

        var elements = input.Aggregate(1L, (count, dimension) => count * dimension.At(batch));
        return product != 0 && elements % product == 0 ? elements / product : -1;
    }

    private static void CheckOtherBatches(TraceScope scope, ImmutableArray<Dimension> input, ImmutableArray<Dimension> shape)
    {
        const long Other = 7;
        if (input.Aggregate(1L, (count, size) => count * size.At(Other)) != shape.Aggregate(1L, (count, size) => count * size.At(Other)))
        {
            scope.Graph.MarkBatchSpecific($"The shape {ShapeText.List(shape)} fits a batch of 2 only.");
        }
    }
}
