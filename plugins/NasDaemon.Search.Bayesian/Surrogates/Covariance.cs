namespace NasDaemon.Search.Bayesian.Surrogates;

/// <summary>How alike two networks' results are taken to be.</summary>
/// <remarks>
/// The squared exponential kernel over the groups of features; between two groups of trials it counts only as far as the two are
/// correlated (the intrinsic model of coregionalisation; Álvarez, Rosasco and Lawrence, "Kernels for Vector-Valued Functions: a
/// Review", 2012, section 4.2, with one correlation for all pairs, once more where their recipes differ too: the product of two
/// kernels is one). Each group has a mean of its own with a wide prior.
/// </remarks>
/// <param name="parameters">Length scales and correlation.</param>
internal sealed class Covariance(HyperParameters parameters)
{
    /// <summary>The variance of a group's mean, in units of the signal's.</summary>
    public const double MeanVariance = 4;

    /// <summary>The variance of a network's result before anything is known.</summary>
    public const double Variance = 1 + MeanVariance;

    /// <summary>For each group of features, one over the length scale squared.</summary>
    public double[] Weights { get; } = [.. parameters.LengthScales.Select(scale => 1 / (scale * scale))];

    /// <summary>What the kernel of two networks is multiplied by, and what is added to it.</summary>
    /// <param name="first">One's group.</param>
    /// <param name="second">The other's.</param>
    /// <returns>The factor and the addend.</returns>
    public (double Factor, double Addend) Between(TrialGroup first, TrialGroup second) => (first == second, first.Recipe == second.Recipe) switch
    {
        (true, _) => (1, MeanVariance),
        (_, true) => (parameters.Correlation, 0),
        _ => (parameters.Correlation * parameters.Correlation, 0),
    };

    /// <summary>The covariance of two networks.</summary>
    /// <param name="first">One's group.</param>
    /// <param name="second">The other's.</param>
    /// <param name="distance">Their squared distance in units of the length scales.</param>
    /// <returns>The covariance.</returns>
    public double Of(TrialGroup first, TrialGroup second, double distance)
    {
        var (factor, addend) = Between(first, second);
        return (factor * Math.Exp(-distance / 2)) + addend;
    }
}
