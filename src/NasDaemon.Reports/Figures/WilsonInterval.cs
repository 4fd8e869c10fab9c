namespace NasDaemon.Reports.Figures;

/// <summary>How far a share that was counted on a sample can be trusted: 95 % confidence by Wilson's score.</summary>
/// <param name="Low">The lower bound; 0 to 1.</param>
/// <param name="High">The upper bound; 0 to 1.</param>
/// <remarks>
/// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927). Unlike the usual normal
/// approximation it stays within 0 and 1 and holds for shares close to either, as good accuracies are.
/// </remarks>
public sealed record WilsonInterval(double Low, double High)
{
    // The 97.5 % quantile of the normal distribution.
    private const double Quantile = 1.959963984540054;

    /// <summary>The interval of a share that was counted on so many samples.</summary>
    public static WilsonInterval Of(double share, int samples)
    {
        if (samples <= 0 || !double.IsFinite(share))
        {
            return new WilsonInterval(0, 1);
        }

        var square = Quantile * Quantile / samples;
        var centre = share + (square / 2);
        var reach = Quantile * Math.Sqrt(((share * (1 - share)) + (square / 4)) / samples);
        return new WilsonInterval(Math.Max(0, (centre - reach) / (1 + square)), Math.Min(1, (centre + reach) / (1 + square)));
    }
}
