using System.Globalization;

namespace NasDaemon.Architectures.Tracing.Builtins;

/// <summary>Rounds as Python does: the exact decimal value of a float decides.</summary>
internal static class Rounding
{
    /// <summary>Rounds a number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="digits">How many digits behind the point stay; negative before it.</param>
    /// <returns>The rounded number.</returns>
    public static double To(double number, int digits)
    {
        if (!double.IsFinite(number))
        {
            return number;
        }

        if (digits >= 0)
        {
            return double.Parse(number.ToString($"F{digits}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        }

        var unit = Math.Pow(10, -digits);
        return Math.Round(number / unit, MidpointRounding.ToEven) * unit;
    }
}
