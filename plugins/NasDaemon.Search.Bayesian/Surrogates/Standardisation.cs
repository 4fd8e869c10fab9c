namespace NasDaemon.Search.Bayesian.Surrogates;

/// <summary>Brings this task's targets to mean 0 and spread 1, and back.</summary>
/// <param name="Mean">Their mean.</param>
/// <param name="Spread">What one unit stands for.</param>
internal sealed record Standardisation(double Mean, double Spread)
{
    private const double SmallestSpread = 0.02;
    private const double Furthest = 4;

    /// <summary>Takes mean and spread of the targets.</summary>
    /// <param name="networks">The networks with results.</param>
    /// <param name="spread">What the spread is taken for; null takes the targets' own.</param>
    /// <param name="scale">By how much the spread is larger than that.</param>
    /// <returns>The standardisation.</returns>
    public static Standardisation Of(IEnumerable<KnownNetwork> networks, double? spread, double scale)
    {
        var targets = networks.Where(network => network.IsOwn).Select(network => network.Target).ToList();
        var mean = targets.DefaultIfEmpty().Average();
        var own = Math.Sqrt(targets.Select(target => (target - mean) * (target - mean)).DefaultIfEmpty().Average());
        return new Standardisation(mean, Math.Max(SmallestSpread, spread ?? own) * scale);
    }

    /// <summary>Standardises a network's target; an outlier does not count for more than four spreads.</summary>
    /// <param name="network">The network. One of the archive is standardised already.</param>
    /// <returns>The standardised target.</returns>
    public double Apply(KnownNetwork network) =>
        network.IsOwn ? Math.Clamp((network.Target - Mean) / Spread, -Furthest, Furthest) : network.Target;

    /// <summary>The target that a prediction stands for.</summary>
    /// <param name="prediction">The prediction.</param>
    /// <returns>The target.</returns>
    public double Undo(double prediction) => (prediction * Spread) + Mean;
}
