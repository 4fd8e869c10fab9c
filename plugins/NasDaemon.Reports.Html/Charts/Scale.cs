using System.Collections.Immutable;

namespace NasDaemon.Reports.Html.Charts;

/// <summary>Turns values into places along an axis.</summary>
/// <param name="Low">The value at its begin.</param>
/// <param name="High">The value at its end; larger than that at its begin.</param>
/// <param name="IsLogarithmic">Whether equal factors, rather than equal differences, are equally long.</param>
/// <param name="Ticks">The marks, from low to high.</param>
internal sealed record Scale(double Low, double High, bool IsLogarithmic, ImmutableArray<Tick> Ticks)
{
    /// <summary>The place of a value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>0 at the begin, 1 at the end; a value outside is put to the nearer of them.</returns>
    public double Place(double value)
    {
        var place = IsLogarithmic ? Math.Log(value / Low) / Math.Log(High / Low) : (value - Low) / (High - Low);
        return double.IsNaN(place) ? 0 : Math.Clamp(place, 0, 1);
    }
}
