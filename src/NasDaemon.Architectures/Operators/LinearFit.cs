using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators;

/// <summary>Finds the linear function of the batch size that a size follows.</summary>
internal static class LinearFit
{
    /// <summary>Fits a size, and checks the fit at two further batch sizes.</summary>
    /// <param name="scope">Where the size is needed; it learns where no linear function fits.</param>
    /// <param name="sizeAt">The size at a batch size; negative where it has none.</param>
    /// <returns>The linear function, or else the size at the traced batch size.</returns>
    public static Dimension Fit(TraceScope scope, Func<long, long> sizeAt)
    {
        var atTraced = sizeAt(TraceBatch.Size);
        var slope = sizeAt(TraceBatch.Size + 1) - atTraced;
        var fitted = new Dimension(slope, atTraced - (slope * TraceBatch.Size));
        if (sizeAt(7) == fitted.At(7) && sizeAt(16) == fitted.At(16))
        {
            return fitted;
        }

        scope.Graph.MarkBatchSpecific($"A size of {atTraced} is no linear function of the batch size.");
        return atTraced;
    }
}
