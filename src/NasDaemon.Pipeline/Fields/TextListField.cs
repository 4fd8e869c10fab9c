using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NasDaemon.Pipeline.Yaml;

namespace NasDaemon.Pipeline.Fields;

/// <summary>A list of texts, each once.</summary>
/// <param name="name">The key.</param>
/// <param name="summary">What it means.</param>
/// <param name="fewest">The fewest items.</param>
internal sealed class TextListField(string name, string summary, int fewest) : ValueField<ImmutableArray<PlacedText>>(name, summary)
{
    private const int LongestItem = 200;

    /// <inheritdoc/>
    public override string Type => "list of texts";

    /// <inheritdoc/>
    public override string Range => fewest > 0 ? $"at least {fewest}" : string.Empty;

    /// <inheritdoc/>
    public override string Expectation => $"a list of at least {fewest} texts, as [a, b], each once";

    /// <inheritdoc/>
    public override JsonObject Schema() => new()
    {
        ["type"] = "array",
        ["items"] = new JsonObject { ["type"] = new JsonArray("string", "number") },
        ["minItems"] = fewest,
        ["uniqueItems"] = true,
    };

    /// <inheritdoc/>
    protected override string Write(ImmutableArray<PlacedText> value) => $"[{string.Join(", ", value.Select(item => item.Value))}]";

    /// <inheritdoc/>
    protected override bool TryParse(YamlNode node, out ImmutableArray<PlacedText> value)
    {
        value = node is YamlList list
            ? [.. list.Items.OfType<YamlText>().Where(item => !item.IsNothing).Select(item => new PlacedText(item.Value, item.Position))]
            : [];
        return node is YamlList all
            && value.Length == all.Items.Length
            && value.Length >= fewest
            && value.All(item => item.Value.Length <= LongestItem)
            && value.Select(item => item.Value).Distinct(StringComparer.Ordinal).Count() == value.Length;
    }
}

/// <summary>A text with its place.</summary>
/// <param name="Value">The text.</param>
/// <param name="Position">Where it begins.</param>
internal sealed record PlacedText(string Value, TextPosition Position);
