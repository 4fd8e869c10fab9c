using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Pipeline.Plugins;
using NasDaemon.Pipeline.Text;
using NasDaemon.Pipeline.Yaml;

namespace NasDaemon.Pipeline.Fields;

/// <summary>A component of a plugin: its name alone, or a mapping of its name and its options.</summary>
/// <param name="name">The key.</param>
/// <param name="summary">What it means.</param>
/// <param name="set">Which components may be named.</param>
/// <param name="defaultName">The component that is taken where none is named.</param>
internal sealed class ComponentField(string name, string summary, Func<ComponentCatalogue, IComponentSet> set, string defaultName)
    : Field(name, summary)
{
    private const string NameKey = "name";

    /// <inheritdoc/>
    public override string Type => "component";

    /// <inheritdoc/>
    public override string Range => "a name, or a mapping of name and options";

    /// <inheritdoc/>
    public override string Default => defaultName;

    /// <inheritdoc/>
    public override string Expectation => "a name, or a mapping of name and options";

    /// <inheritdoc/>
    public override JsonObject Schema() => new()
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "string" },
            new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject { [NameKey] = new JsonObject { ["type"] = "string" } },
                ["additionalProperties"] = new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") },
            }),
        ["default"] = defaultName,
    };

    /// <inheritdoc/>
    public override void Read(YamlNode node, FieldReading reading)
    {
        switch (node)
        {
            case YamlText text:
                Select(text.Value, text.Position, [], reading);
                break;
            case YamlMap map:
                ReadMap(map, reading);
                break;
            default:
                Refuse(node, reading);
                break;
        }
    }

    /// <summary>The component that was named, or the default one with its default options.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="fallback">The name to take in place of the field's own default; null takes that.</param>
    /// <returns>The component; null where it does not exist, which is reported.</returns>
    public ComponentSelection? Resolve(FieldReading reading, string? fallback = null)
    {
        if (!reading.Components.ContainsKey(this))
        {
            Select(fallback ?? defaultName, TextPosition.Start, [], reading);
        }

        return reading.Components[this];
    }

    private void ReadMap(YamlMap map, FieldReading reading)
    {
        var named = map.Entries.FirstOrDefault(entry => entry.Key == NameKey)?.Value;
        if (named is null or YamlText)
        {
            var options = map.Entries.Where(entry => entry.Key != NameKey).ToImmutableArray();
            Select((named as YamlText)?.Value ?? defaultName, named?.Position ?? map.Position, options, reading);
        }
        else
        {
            reading.Components[this] = null;
            reading.Report(named.Position, $"The name of '{Name}' cannot be {named.Shown}.", $"Write one of: {string.Join(", ", set(reading.Catalogue).Names)}.");
        }
    }

    private void Select(string component, TextPosition position, ImmutableArray<YamlEntry> entries, FieldReading reading)
    {
        var known = set(reading.Catalogue);
        if (known.Find(component) is not { } found)
        {
            reading.Components[this] = null;
            reading.Report(position, $"There is no {known.Kind} '{component}'.", NearName.Remedy(component, known.Names));
            return;
        }

        ImmutableArray<Field> fields = [.. found.Description.Options.Select(OptionFields.From)];
        new SectionField($"{Name}: {component}", found.Description.Summary, fields).Read(new YamlMap(entries, position), reading);
        var values = OptionFields.Values(fields, reading);
        reading.Components[this] = new ComponentSelection(component, values);
        if (found.Description.Check?.Invoke(values, [.. reading.Catalogue.Strategies.Names]) is { } problem)
        {
            var place = entries.FirstOrDefault(entry => entry.Key == problem.Option)?.Value.Position ?? position;
            reading.Report(place, problem.Message, problem.Remedy);
        }
    }
}
