using System.Globalization;
using System.Text.Json.Nodes;
using NasDaemon.Pipeline.Yaml;

namespace NasDaemon.Pipeline.Fields;

/// <summary>A whole number within a range.</summary>
/// <param name="name">The key.</param>
/// <param name="summary">What it means.</param>
/// <param name="minimum">The smallest legal value.</param>
/// <param name="maximum">The largest legal value.</param>
internal sealed class WholeNumberField(string name, string summary, long minimum, long maximum) : ValueField<long>(name, summary)
{
    /// <inheritdoc/>
    public override string Type => "whole number";

    /// <inheritdoc/>
    public override string Range => string.Create(CultureInfo.InvariantCulture, $"{minimum:N0} to {maximum:N0}");

    /// <inheritdoc/>
    public override JsonObject Schema() => WithDefault(new JsonObject { ["type"] = "integer", ["minimum"] = minimum, ["maximum"] = maximum });

    /// <inheritdoc/>
    public override JsonNode ToJson(long value) => JsonValue.Create(value);

    /// <inheritdoc/>
    protected override string Write(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    protected override bool TryParse(YamlNode node, out long value)
    {
        value = 0;
        return node is YamlText { IsPlain: true } text
            && long.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
            && value >= minimum
            && value <= maximum;
    }
}
