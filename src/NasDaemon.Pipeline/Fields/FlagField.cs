using System.Text.Json.Nodes;
using NasDaemon.Pipeline.Yaml;

namespace NasDaemon.Pipeline.Fields;

/// <summary>Yes or no.</summary>
/// <param name="name">The key.</param>
/// <param name="summary">What it means.</param>
internal sealed class FlagField(string name, string summary) : ValueField<bool>(name, summary)
{
    /// <inheritdoc/>
    public override string Type => "truth value";

    /// <inheritdoc/>
    public override string Range => "true or false";

    /// <inheritdoc/>
    public override string Expectation => "true or false";

    /// <inheritdoc/>
    public override JsonObject Schema() => WithDefault(new JsonObject { ["type"] = "boolean" });

    /// <inheritdoc/>
    public override JsonNode ToJson(bool value) => JsonValue.Create(value);

    /// <inheritdoc/>
    protected override string Write(bool value) => value ? "true" : "false";

    /// <inheritdoc/>
    protected override bool TryParse(YamlNode node, out bool value)
    {
        value = node is YamlText { IsPlain: true, Value: "true" };
        return value || node is YamlText { IsPlain: true, Value: "false" };
    }
}
