using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using NasDaemon.Pipeline.Text;
using NasDaemon.Pipeline.Yaml;

namespace NasDaemon.Pipeline.Fields;

/// <summary>One of several words.</summary>
/// <param name="name">The key.</param>
/// <param name="summary">What it means.</param>
/// <param name="choices">The words.</param>
internal sealed class ChoiceField(string name, string summary, ImmutableArray<string> choices) : ValueField<string>(name, summary)
{
    /// <inheritdoc/>
    public override string Type => "word";

    /// <inheritdoc/>
    public override string Range => string.Join(", ", choices);

    /// <inheritdoc/>
    public override string Expectation => $"one of: {Range}";

    /// <inheritdoc/>
    public override JsonObject Schema() => WithDefault(new JsonObject
    {
        ["type"] = "string",
        ["enum"] = new JsonArray([.. choices.Select(choice => JsonValue.Create(choice))]),
    });

    /// <inheritdoc/>
    protected override string Write(string value) => value;

    /// <inheritdoc/>
    protected override bool TryParse(YamlNode node, [MaybeNullWhen(false)] out string value)
    {
        value = (node as YamlText)?.Value;
        return value is not null && choices.Contains(value);
    }

    /// <inheritdoc/>
    protected override string Remedy(YamlNode node) =>
        node is YamlText text && NearName.Find(text.Value, choices) is { } near ? $"Did you mean '{near}'?" : base.Remedy(node);
}
