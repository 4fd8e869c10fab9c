using System.Globalization;
using NasDaemon.Pipeline.Yaml;

namespace NasDaemon.Pipeline.Fields;

/// <summary>Reads numbers as YAML writes them.</summary>
internal static class Numbers
{
    /// <summary>Reads a finite number that stands without quotes.</summary>
    /// <param name="node">The node.</param>
    /// <param name="value">The number.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryRead(YamlNode node, out double value)
    {
        value = 0;
        return node is YamlText { IsPlain: true } text && TryRead(text.Value, out value);
    }

    /// <summary>Reads a finite number.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="value">The number.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, out double value) =>
        double.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out value)
        && double.IsFinite(value);
}
