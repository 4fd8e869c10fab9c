using System.Globalization;

namespace NasDaemon.Benchmarks.Tracing;

/// <summary>How a figure is spread.</summary>
internal sealed class Distribution
{
    private readonly double[] _sorted;

    /// <summary>Takes the figures.</summary>
    /// <param name="values">The figures, in any order.</param>
    public Distribution(IEnumerable<double> values) => _sorted = [.. values.Order()];

    /// <summary>The value that a share of the figures does not exceed.</summary>
    /// <param name="share">The share, from 0 to 1.</param>
    /// <returns>The value.</returns>
    public double Percentile(double share) => _sorted[Math.Clamp((int)Math.Ceiling(share * _sorted.Length) - 1, 0, _sorted.Length - 1)];

    /// <summary>Writes median, 95th and 99th percentile and the largest value, each ten columns wide.</summary>
    /// <param name="format">How a figure is written.</param>
    /// <returns>The text.</returns>
    public string ToColumns(string format) =>
        string.Concat(new[] { 0.5, 0.95, 0.99, 1 }.Select(share => Percentile(share).ToString(format, CultureInfo.InvariantCulture).PadLeft(10)));
}
