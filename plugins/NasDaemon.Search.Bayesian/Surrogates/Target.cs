using MathNet.Numerics.Statistics;

namespace NasDaemon.Search.Bayesian.Surrogates;

/// <summary>What the surrogate predicts in place of the accuracy.</summary>
internal static class Target
{
    private const double SmallestError = 1e-4;

    /// <summary>Minus the logarithm of the error: the steps between good networks count as much as those between bad ones.</summary>
    /// <param name="accuracy">The validation accuracy; 0 to 1.</param>
    /// <returns>The target; larger is better.</returns>
    public static double Of(double accuracy) => -Math.Log(Math.Max(SmallestError, 1 - accuracy));

    /// <summary>The accuracy that a target stands for.</summary>
    /// <param name="target">The target.</param>
    /// <returns>The accuracy; below 1.</returns>
    public static double Accuracy(double target) => 1 - Math.Exp(-target);

    /// <summary>
    /// The lower quartile, below which no target counts: a few networks that hardly learn would otherwise set the scale, and bend the
    /// surrogate to tell bad from worse where good from best is asked for.
    /// </summary>
    /// <param name="targets">The targets of networks that can be compared; at least one.</param>
    /// <returns>The lowest target that counts.</returns>
    public static double Floor(IEnumerable<double> targets) => targets.LowerQuartile();
}
