namespace NasDaemon.Reports.Figures;

/// <summary>A learning curve as a few bars of text, the lowest value the lowest bar.</summary>
public static class Sparkline
{
    private const string Bars = "▁▂▃▄▅▆▇█";
    private const int Longest = 16;

    /// <summary>Draws values; of many, as many as fit, the first and the last among them.</summary>
    public static string Of(IReadOnlyList<double> values)
    {
        var finite = values.Where(double.IsFinite).ToArray();
        if (finite.Length < 2)
        {
            return string.Empty;
        }

        var shown = finite.Length <= Longest
            ? finite
            : [.. Enumerable.Range(0, Longest).Select(place => finite[(int)Math.Round(place * (finite.Length - 1.0) / (Longest - 1))])];
        var lowest = shown.Min();
        var range = shown.Max() - lowest;
        return string.Concat(shown.Select(value => Bars[range > 0 ? (int)Math.Round((value - lowest) / range * (Bars.Length - 1)) : 0]));
    }
}
