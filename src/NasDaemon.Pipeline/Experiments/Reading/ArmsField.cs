using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NasDaemon.Pipeline.Fields;
using NasDaemon.Pipeline.Yaml;

namespace NasDaemon.Pipeline.Experiments.Reading;

/// <summary>Ways to compare: under a name of the user's own, the settings in which each differs.</summary>
/// <param name="name">The key.</param>
/// <param name="summary">What it means.</param>
/// <param name="settings">What may differ.</param>
internal sealed class ArmsField(string name, string summary, ImmutableArray<Field> settings) : ValueField<ImmutableArray<PlacedArm>>(name, summary)
{
    private const string NameForm = "^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$";

    /// <inheritdoc/>
    public override string Type => "mapping of names";

    /// <inheritdoc/>
    public override string Range => $"at least one; under each name any of {string.Join(", ", settings.Select(setting => $"`{setting.Name}`"))}";

    /// <inheritdoc/>
    public override string Expectation => "a mapping: under a name of letters, digits, dots, hyphens, plus signs and underscores, the settings of each arm";

    /// <inheritdoc/>
    public override JsonObject Schema() => new()
    {
        ["type"] = "object",
        ["minProperties"] = 1,
        ["propertyNames"] = new JsonObject { ["pattern"] = NameForm },
        ["additionalProperties"] = new JsonObject
        {
            ["anyOf"] = new JsonArray(
                new JsonObject { ["type"] = "null" },
                new JsonObject
                {
                    ["type"] = "object",
                    ["additionalProperties"] = false,
                    ["properties"] = new JsonObject([.. settings.Select(Reference)]),
                }),
        },
    };

    /// <inheritdoc/>
    protected override string Write(ImmutableArray<PlacedArm> value) => string.Join(", ", value.Select(arm => arm.Name));

    /// <inheritdoc/>
    protected override bool TryParse(YamlNode node, out ImmutableArray<PlacedArm> value)
    {
        value = [];
        if (node is not YamlMap { Entries: { Length: > 0 } entries } || !entries.All(IsArm))
        {
            return false;
        }

        value = [.. entries.Select(entry => new PlacedArm(entry.Key, entry.Value as YamlMap ?? new YamlMap([], entry.Position), entry.Position))];
        return true;
    }

    // The whole schema of a setting stands once, among those of tasks.
    private static KeyValuePair<string, JsonNode?> Reference(Field field) =>
        new(field.Name, new JsonObject { ["$ref"] = $"#/definitions/task/properties/{field.Name}" });

    private static bool IsArm(YamlEntry entry) =>
        System.Text.RegularExpressions.Regex.IsMatch(entry.Key, NameForm, System.Text.RegularExpressions.RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))
        && entry.Value is YamlMap or YamlText { IsNothing: true };
}

/// <summary>An arm as it stands in the file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Settings">What sets it apart.</param>
/// <param name="Position">Where it stands.</param>
internal sealed record PlacedArm(string Name, YamlMap Settings, TextPosition Position);
