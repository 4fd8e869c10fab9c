using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NasDaemon.Pipeline.Text;
using NasDaemon.Pipeline.Yaml;

namespace NasDaemon.Pipeline.Fields;

/// <summary>A mapping with keys of its own.</summary>
/// <param name="name">The key; empty for the whole file.</param>
/// <param name="summary">What it means.</param>
/// <param name="fields">Its keys.</param>
internal sealed class SectionField(string name, string summary, ImmutableArray<Field> fields) : Field(name, summary)
{
    /// <summary>Its keys.</summary>
    public ImmutableArray<Field> Fields { get; } = fields;

    /// <summary>The key that a single value in place of the mapping stands for; null where there must be a mapping.</summary>
    public Field? Shorthand { get; init; }

    /// <summary>The key whose value says which other keys may be given.</summary>
    public ChoiceField? Selector { get; init; }

    /// <inheritdoc/>
    public override string Type => "mapping";

    /// <inheritdoc/>
    public override string Range => string.Empty;

    /// <inheritdoc/>
    public override string? Default => null;

    /// <inheritdoc/>
    public override string Expectation => Shorthand is null
        ? $"keys below it: {Keys}"
        : $"its {Shorthand.Name} alone, or keys below it: {Keys}";

    private string Keys => string.Join(", ", Fields.Select(known => known.Name));

    /// <inheritdoc/>
    public override JsonObject Schema()
    {
        var properties = new JsonObject();
        foreach (var field in Fields)
        {
            var schema = field.Schema();
            schema["description"] = field.Summary;
            properties[field.Name] = schema;
        }

        var mapping = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
        if (Fields.Where(field => field.IsRequired).Select(field => (JsonNode)JsonValue.Create(field.Name)).ToArray() is { Length: > 0 } required)
        {
            mapping["required"] = new JsonArray(required);
        }

        return Shorthand is null ? mapping : new JsonObject { ["anyOf"] = new JsonArray(Shorthand.Schema(), mapping) };
    }

    /// <inheritdoc/>
    public override void Read(YamlNode node, FieldReading reading)
    {
        switch (node)
        {
            case YamlMap map:
                ReadEntries(map, reading);
                break;
            case YamlText when Shorthand is not null:
                Shorthand.Read(node, reading);
                break;
            default:
                Refuse(node, reading);
                break;
        }
    }

    private void ReadEntries(YamlMap map, FieldReading reading)
    {
        foreach (var entry in map.Entries)
        {
            if (Fields.FirstOrDefault(field => field.Name == entry.Key) is not { } field)
            {
                var place = Name.Length == 0 ? "." : $" in '{Name}'.";
                reading.Report(entry.Position, $"Unknown key '{entry.Key}'{place}", NearName.Remedy(entry.Key, [.. Fields.Select(known => known.Name)]));
            }
            else if (entry.Value is not YamlText { IsNothing: true })
            {
                field.Read(entry.Value, reading);
            }
        }

        foreach (var field in Fields.Where(field => field.IsRequired && !IsWritten(map, field)))
        {
            var place = Name.Length == 0 ? string.Empty : $" in '{Name}'";
            reading.Report(map.Position, $"The key '{field.Name}' is missing{place}.", $"Write '{field.Name}:' with {field.Expectation}.");
        }

        // A selector that was written but refused selects nothing to compare with.
        if (Selector is not null && (reading.IsGiven(Selector) || !IsWritten(map, Selector)))
        {
            RefuseWhatBelongsElsewhere(map, reading, Selector);
        }
    }

    private static bool IsWritten(YamlMap map, Field field) =>
        map.Entries.Any(entry => entry.Key == field.Name && entry.Value is not YamlText { IsNothing: true });

    private void RefuseWhatBelongsElsewhere(YamlMap map, FieldReading reading, ChoiceField selector)
    {
        var selected = reading.Get(selector);
        foreach (var entry in map.Entries)
        {
            var field = Fields.FirstOrDefault(field => field.Name == entry.Key);
            if (field is { OnlyFor.IsEmpty: false } && !field.OnlyFor.Contains(selected))
            {
                reading.Report(
                    entry.Position,
                    $"'{field.Name}' belongs to {string.Join(" and ", field.OnlyFor)}, and this {Name} is {selected}.",
                    $"Remove it, or write '{selector.Name}: {field.OnlyFor[0]}'.");
            }
        }
    }
}
