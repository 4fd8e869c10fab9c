namespace NasDaemon.Reports.Html.Charts;

/// <summary>Round numbers for the marks of an axis.</summary>
/// <remarks>The steps are those of P. S. Heckbert, "Nice numbers for graph labels", Graphics Gems (1990): 1, 2 and 5 times powers of ten.</remarks>
internal static class NiceTicks
{
    private static readonly double[] Decimal = [1, 2, 5, 10];

    // Seconds, minutes, hours and days as clocks divide them.
    private static readonly double[] Clock = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400];

    /// <summary>The step that gives about as many marks as are wanted, never more than twice as many.</summary>
    /// <param name="range">What the axis covers; positive.</param>
    /// <param name="wanted">How many marks are wanted.</param>
    /// <returns>The step.</returns>
    public static double Step(double range, int wanted)
    {
        var rough = range / wanted;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return Decimal.First(step => step * power >= rough * 0.999) * power;
    }

    /// <summary>The same for lengths of time.</summary>
    /// <param name="seconds">What the axis covers.</param>
    /// <param name="wanted">How many marks are wanted.</param>
    /// <returns>The step in seconds.</returns>
    public static double ClockStep(double seconds, int wanted)
    {
        var rough = seconds / wanted;
        return rough <= Clock[0] || rough > Clock[^1] ? Step(seconds, wanted) : Clock.First(step => step >= rough);
    }

    /// <summary>The multiples of a step that lie between two values.</summary>
    /// <param name="low">The lower.</param>
    /// <param name="high">The higher.</param>
    /// <param name="step">The step.</param>
    /// <returns>The multiples, from low to high.</returns>
    public static IEnumerable<double> Between(double low, double high, double step)
    {
        var tolerance = step * 1e-9;
        // Adding nothing turns a negative zero into a plain one.
        for (var index = Math.Ceiling((low - tolerance) / step) + 0.0; index * step <= high + tolerance; index++)
        {
            yield return index * step;
        }
    }
}
