using System.Globalization;
using System.Text.Json.Nodes;
using NasDaemon.Pipeline.Yaml;

namespace NasDaemon.Pipeline.Fields;

/// <summary>The two decay rates of Adam as PyTorch writes them: <c>[0.9, 0.999]</c>.</summary>
/// <param name="name">The key.</param>
/// <param name="summary">What it means.</param>
internal sealed class BetasField(string name, string summary) : ValueField<(double First, double Second)>(name, summary)
{
    private static readonly Interval Legal = new(0, 1, IsMaximumIn: false);

    /// <inheritdoc/>
    public override string Type => "pair of numbers";

    /// <inheritdoc/>
    public override string Range => $"each {Legal.Words}";

    /// <inheritdoc/>
    public override string Expectation => $"two numbers {Legal.Words}, as [0.9, 0.999]";

    /// <inheritdoc/>
    public override JsonObject Schema() => WithDefault(new JsonObject
    {
        ["type"] = "array",
        ["items"] = Legal.Schema(),
        ["minItems"] = 2,
        ["maxItems"] = 2,
    });

    /// <inheritdoc/>
    public override JsonNode ToJson((double First, double Second) value) => new JsonArray(value.First, value.Second);

    /// <inheritdoc/>
    protected override string Write((double First, double Second) value) =>
        string.Create(CultureInfo.InvariantCulture, $"[{value.First}, {value.Second}]");

    /// <inheritdoc/>
    protected override bool TryParse(YamlNode node, out (double First, double Second) value)
    {
        value = default;
        return node is YamlList { Items: [var first, var second] }
            && Numbers.TryRead(first, out value.First)
            && Numbers.TryRead(second, out value.Second)
            && Legal.Contains(value.First)
            && Legal.Contains(value.Second);
    }
}
