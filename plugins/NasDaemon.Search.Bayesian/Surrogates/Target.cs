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
}
