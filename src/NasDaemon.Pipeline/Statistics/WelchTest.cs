using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace NasDaemon.Pipeline.Statistics;

/// <summary>Whether two samples may come from populations of the same mean, whatever their deviations.</summary>
/// <param name="T">The difference of the means in units of its standard error.</param>
/// <param name="DegreesOfFreedom">By Welch and Satterthwaite.</param>
/// <param name="P">How likely a difference as large as this, in either direction, would be by chance alone.</param>
/// <remarks>B. L. Welch, "The generalization of 'Student's' problem when several different population variances are involved", Biometrika 34 (1947).</remarks>
public sealed record WelchTest(double T, double DegreesOfFreedom, double P)
{
    /// <summary>Tests two samples against each other.</summary>
    /// <param name="first">The first sample.</param>
    /// <param name="second">The second sample.</param>
    /// <returns>The test; null where one has fewer than two figures, or neither has any spread to measure the difference by.</returns>
    public static WelchTest? Of(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Count < 2 || second.Count < 2)
        {
            return null;
        }

        var (a, b) = (first.Variance() / first.Count, second.Variance() / second.Count);
        if (a + b <= 0)
        {
            return null;
        }

        var t = (first.Mean() - second.Mean()) / Math.Sqrt(a + b);
        var freedom = (a + b) * (a + b) / ((a * a / (first.Count - 1)) + (b * b / (second.Count - 1)));
        return new WelchTest(t, freedom, 2 * StudentT.CDF(0, 1, freedom, -Math.Abs(t)));
    }
}
