using System.Globalization;
using System.Text.Json.Nodes;
using NasDaemon.Pipeline.Yaml;

namespace NasDaemon.Pipeline.Fields;

/// <summary>A share of a whole: a number, a percentage or a fraction of two whole numbers.</summary>
/// <param name="name">The key.</param>
/// <param name="summary">What it means.</param>
/// <param name="interval">The legal values, within 0 and 1.</param>
internal sealed class ShareField(string name, string summary, Interval interval) : ValueField<double>(name, summary)
{
    /// <inheritdoc/>
    public override string Type => "share";

    /// <inheritdoc/>
    public override string Range => interval.Words;

    /// <inheritdoc/>
    public override string Expectation => $"a share {interval.Words}, as 0.25, 25% or 1/4";

    /// <inheritdoc/>
    public override JsonObject Schema() => WithDefault(new JsonObject
    {
        ["anyOf"] = new JsonArray(interval.Schema(), new JsonObject
        {
            ["type"] = "string",
            ["pattern"] = @"^\s*([0-9.]+\s*%|[0-9]+\s*/\s*[0-9]+)\s*$",
        }),
    });

    /// <inheritdoc/>
    public override JsonNode ToJson(double value) => JsonValue.Create(value);

    /// <inheritdoc/>
    protected override string Write(double value) => value.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    protected override bool TryParse(YamlNode node, out double value)
    {
        value = 0;
        return node is YamlText text && TryParse(text.Value.Trim(), out value) && interval.Contains(value);
    }

    private static bool TryParse(string text, out double value)
    {
        if (text.EndsWith('%') && Numbers.TryRead(text.AsSpan(0, text.Length - 1).TrimEnd(), out value))
        {
            value /= 100;
            return true;
        }

        if (text.Split('/') is [var part, var whole]
            && uint.TryParse(part.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var numerator)
            && uint.TryParse(whole.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var denominator)
            && denominator > 0)
        {
            value = (double)numerator / denominator;
            return true;
        }

        return Numbers.TryRead(text, out value);
    }
}
