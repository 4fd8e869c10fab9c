using System.Globalization;

namespace NasDaemon.Reports.Figures;

/// <summary>How figures are written for people, the same in every culture.</summary>
public static class Figure
{
    /// <summary>What stands for a figure that is not known.</summary>
    public const string Unknown = "–";

    private const double Minute = 60;
    private const double Hour = 60 * Minute;
    private const double Day = 24 * Hour;

    private static readonly (double Size, string Suffix)[] Scales = [(1e12, " T"), (1e9, " G"), (1e6, " M"), (1e3, " k")];

    /// <summary>A whole number with its thousands apart.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A whole number of things.</summary>
    public static string Count(long value, string thing) => $"{Count(value)} {thing}{(value == 1 ? string.Empty : "s")}";

    /// <summary>A share as a percentage with two digits.</summary>
    public static string Percent(double? share) => share is { } value && double.IsFinite(value)
        ? string.Create(CultureInfo.InvariantCulture, $"{value * 100:0.00} %")
        : Unknown;

    /// <summary>A share as a percentage without digits.</summary>
    public static string RoughPercent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} %");

    /// <summary>A number with four digits.</summary>
    public static string Number(double? number) => number is { } value && double.IsFinite(value)
        ? value.ToString("0.0000", CultureInfo.InvariantCulture)
        : Unknown;

    /// <summary>A large number with three digits and a suffix.</summary>
    public static string Scaled(long value)
    {
        foreach (var (size, suffix) in Scales)
        {
            // From 999.5 on, three digits round up to the next suffix.
            if (value >= size * 0.9995)
            {
                var scaled = value / size;
                var format = scaled < 9.995 ? "0.00" : scaled < 99.95 ? "0.0" : "0";
                return scaled.ToString(format, CultureInfo.InvariantCulture) + suffix;
            }
        }

        return value.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A length of time in its two largest units.</summary>
    public static string Time(double seconds) => seconds switch
    {
        _ when !double.IsFinite(seconds) => Unknown,
        < 59.95 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s"),
        < Hour - 0.5 => Units(seconds, Minute, "min", 1, "s"),
        < Day - (Minute / 2) => Units(seconds, Hour, "h", Minute, "min"),
        _ => Units(seconds, Day, "d", Hour, "h"),
    };

    private static string Units(double seconds, double large, string largeName, double small, string smallName)
    {
        var count = (long)Math.Round(seconds / small);
        var each = (long)(large / small);
        return string.Create(CultureInfo.InvariantCulture, $"{count / each} {largeName} {count % each} {smallName}");
    }
}
