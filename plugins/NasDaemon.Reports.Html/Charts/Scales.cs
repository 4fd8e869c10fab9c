using System.Collections.Immutable;
using System.Globalization;
using NasDaemon.Reports.Figures;

namespace NasDaemon.Reports.Html.Charts;

/// <summary>Makes scales that cover values.</summary>
internal static class Scales
{
    private const int Wanted = 5;
    private const int WantedTimes = 7;
    private const double Minute = 60;
    private const double Hour = 3600;

    /// <summary>For shares, written as percentages.</summary>
    public static Scale Percent(double low, double high)
    {
        if (high - low < 1e-6)
        {
            (low, high) = (Math.Max(low - 0.01, 0), Math.Min(high + 0.01, 1));
        }

        var step = NiceTicks.Step(high - low, Wanted);
        low = Math.Max(Math.Floor((low / step) + 1e-9) * step, 0);
        high = Math.Min(Math.Ceiling((high / step) - 1e-9) * step, 1);
        var digits = Math.Max(0, (int)Math.Ceiling(-Math.Log10(step * 100) - 1e-9));
        return new Scale(low, high, false, Marks(low, high, step, value => (value * 100).ToString("F" + digits, CultureInfo.InvariantCulture) + " %"));
    }

    /// <summary>For whole numbers from 1.</summary>
    public static Scale Count(double high)
    {
        high = Math.Max(high, 2);
        var step = Math.Max(NiceTicks.Step(high - 1, Wanted), 1);
        var marks = Marks(1, high, step, value => Figure.Count((long)Math.Round(value)));
        return new Scale(1, high, false, marks.Any(mark => mark.Value <= 1) || step <= 1 ? marks : marks.Insert(0, new Tick(1, "1")));
    }

    /// <summary>For lengths of time from 0.</summary>
    public static Scale Time(double high)
    {
        high = high > 0 && double.IsFinite(high) ? high : 1;
        var step = NiceTicks.ClockStep(high, WantedTimes);
        return new Scale(0, high, false, Marks(0, high, step, seconds => Duration(seconds, step)));
    }

    /// <summary>For numbers of which the factors between them tell more than the differences; powers of ten are marked, and round multiples of them where there is room.</summary>
    public static Scale Factors(double low, double high)
    {
        low = Math.Max(low, 1);
        high = Math.Max(high, low);
        if (high / low < 1.5)
        {
            (low, high) = (low / 1.5, high * 1.5);
        }

        (low, high) = (low / 1.08, high * 1.08);
        var decades = Math.Log10(high / low);
        double[] parts = decades < 0.8 ? [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8] : decades < 2.5 ? [1, 2, 5] : [1];
        var first = (int)Math.Floor(Math.Log10(low));
        var last = (int)Math.Ceiling(Math.Log10(high));
        var marks = Enumerable.Range(first, last - first + 1)
            .SelectMany(power => parts.Select(part => part * Math.Pow(10, power)))
            .Where(value => value >= low && value <= high)
            .Select(value => new Tick(value, Short(value)))
            .ToImmutableArray();
        return new Scale(low, high, true, marks.Length >= 2 ? marks : [new Tick(low * 1.08, Short(low * 1.08)), new Tick(high / 1.08, Short(high / 1.08))]);
    }

    private static ImmutableArray<Tick> Marks(double low, double high, double step, Func<double, string> label) =>
        [.. NiceTicks.Between(low, high, step).Select(value => new Tick(value, label(value)))];

    private static string Duration(double seconds, double step) => step switch
    {
        _ when seconds < step / 2 => "0",
        >= Hour => string.Create(CultureInfo.InvariantCulture, $"{seconds / Hour:0.##} h"),
        >= Minute => string.Create(CultureInfo.InvariantCulture, $"{seconds / Minute:0.##} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.###} s"),
    };

    private static string Short(double value) => Figure.Scaled((long)Math.Round(value)).Replace(".00 ", " ", StringComparison.Ordinal).Replace(".0 ", " ", StringComparison.Ordinal);
}
