using System.Globalization;
using System.Text;

namespace NasDaemon.Live.Signs;

/// <summary>Writes figures in the text format 0.0.4 of Prometheus.</summary>
/// <remarks>https://prometheus.io/docs/instrumenting/exposition_formats/</remarks>
internal sealed class MetricsText
{
    /// <summary>The media type of the format.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly StringBuilder _text = new();

    /// <summary>Writes a figure that may rise and fall.</summary>
    public MetricsText Gauge(string name, string help, double value) => Head(name, help, "gauge").Sample(name, null, value);

    /// <summary>Writes a figure that only rises.</summary>
    public MetricsText Counter(string name, string help, double value) => Head(name, help, "counter").Sample(name, null, value);

    /// <summary>Writes figures that may rise and fall, one for each value of a label.</summary>
    public MetricsText Gauges(string name, string help, string label, IEnumerable<(string Value, double Sample)> samples)
    {
        Head(name, help, "gauge");
        foreach (var (value, sample) in samples)
        {
            Sample(name, $"{label}=\"{Escape(value)}\"", sample);
        }

        return this;
    }

    /// <summary>The text so far.</summary>
    public override string ToString() => _text.ToString();

    private MetricsText Head(string name, string help, string kind)
    {
        _text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {kind}\n");
        return this;
    }

    private MetricsText Sample(string name, string? label, double value)
    {
        _text.Append(name);
        if (label is not null)
        {
            _text.Append('{').Append(label).Append('}');
        }

        _text.Append(' ').Append(value.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
        return this;
    }

    private static string Escape(string value) => value
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);
}
