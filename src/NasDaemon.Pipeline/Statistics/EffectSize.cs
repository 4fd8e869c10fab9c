using MathNet.Numerics.Statistics;

namespace NasDaemon.Pipeline.Statistics;

/// <summary>How large a difference is, besides how sure.</summary>
public static class EffectSize
{
    /// <summary>Cohen's d: the difference of two means in units of the deviation that the samples share.</summary>
    /// <param name="first">The first sample.</param>
    /// <param name="second">The second sample.</param>
    /// <returns>The size, positive where the first mean is larger; null where one has fewer than two figures, or neither has any spread.</returns>
    /// <remarks>J. Cohen, "Statistical Power Analysis for the Behavioral Sciences" (2nd edition, 1988), equations 2.5.1 and 2.5.2.</remarks>
    public static double? CohenD(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Count < 2 || second.Count < 2)
        {
            return null;
        }

        var squares = ((first.Count - 1) * first.Variance()) + ((second.Count - 1) * second.Variance());
        var pooled = Math.Sqrt(squares / (first.Count + second.Count - 2));
        return pooled > 0 ? (first.Mean() - second.Mean()) / pooled : null;
    }
}
