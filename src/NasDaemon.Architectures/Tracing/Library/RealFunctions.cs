namespace NasDaemon.Architectures.Tracing.Library;

/// <summary>Functions of one real number that .NET does not bring.</summary>
internal static class RealFunctions
{
    private static readonly double[] Lanczos =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
        -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    /// <summary>The natural logarithm of 1 + x, exact for small x.</summary>
    /// <param name="x">The number.</param>
    /// <returns>The logarithm.</returns>
    public static double LogOfOneMore(double x)
    {
        var sum = 1 + x;
        return sum == 1 || double.IsInfinity(sum) ? x : Math.Log(sum) * x / (sum - 1);
    }

    /// <summary>e to the x, less 1, exact for small x.</summary>
    /// <param name="x">The number.</param>
    /// <returns>The result.</returns>
    public static double ExponentialLessOne(double x)
    {
        var power = Math.Exp(x);
        if (power == 1)
        {
            return x;
        }

        return power - 1 == -1 || double.IsInfinity(power) ? power - 1 : (power - 1) * x / Math.Log(power);
    }

    /// <summary>The error function.</summary>
    /// <param name="x">The number.</param>
    /// <returns>The result.</returns>
    /// <remarks>Abramowitz and Stegun (1964), 7.1.6 as a series; beyond 6 it is 1 in double precision.</remarks>
    public static double ErrorFunction(double x)
    {
        if (double.IsNaN(x) || Math.Abs(x) > 6)
        {
            return double.IsNaN(x) ? x : Math.Sign(x);
        }

        var (term, sum) = (x, x);
        for (var n = 1; n < 200 && Math.Abs(term) > 1e-18; n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    /// <summary>The gamma function.</summary>
    /// <param name="x">The number.</param>
    /// <returns>The result.</returns>
    /// <remarks>Lanczos (1964), with g = 7 and nine terms.</remarks>
    public static double Gamma(double x)
    {
        if (double.IsInteger(x) && x is > 0 and < 171)
        {
            var product = 1.0;
            for (var factor = 2; factor < x; factor++)
            {
                product *= factor;
            }

            return product;
        }

        if (x < 0.5)
        {
            return Math.PI / (Math.Sin(Math.PI * x) * Gamma(1 - x));
        }

        var sum = Lanczos[0];
        for (var index = 1; index < Lanczos.Length; index++)
        {
            sum += Lanczos[index] / (x - 1 + index);
        }

        var shifted = x + 6.5;
        return Math.Sqrt(2 * Math.PI) * Math.Pow(shifted, x - 0.5) * Math.Exp(-shifted) * sum;
    }
}
