using System.Globalization;
using System.Text.Json.Nodes;
using NasDaemon.Pipeline.Yaml;

namespace NasDaemon.Pipeline.Fields;

/// <summary>A number within a range.</summary>
/// <param name="name">The key.</param>
/// <param name="summary">What it means.</param>
/// <param name="interval">The legal values.</param>
internal sealed class NumberField(string name, string summary, Interval interval) : ValueField<double>(name, summary)
{
    /// <inheritdoc/>
    public override string Type => "number";

    /// <inheritdoc/>
    public override string Range => interval.Words;

    /// <inheritdoc/>
    public override JsonObject Schema() => WithDefault(interval.Schema());

    /// <inheritdoc/>
    public override JsonNode ToJson(double value) => JsonValue.Create(value);

    /// <inheritdoc/>
    protected override string Write(double value) =>
        value.ToString(Math.Abs(value) is 0 or >= 1e-4 ? "R" : "0.###e-0", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    protected override bool TryParse(YamlNode node, out double value) => Numbers.TryRead(node, out value) && interval.Contains(value);
}
