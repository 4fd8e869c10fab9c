using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Pipeline.Plugins;
using NasDaemon.Pipeline.Text;
using NasDaemon.Pipeline.Yaml;

namespace NasDaemon.Pipeline.Fields;

/// <summary>Components under names of the user's own: each a mapping of its kind and the options of that kind.</summary>
/// <param name="name">The key.</param>
/// <param name="summary">What it means.</param>
/// <param name="set">Which kinds there are.</param>
internal sealed partial class NamedComponentsField(string name, string summary, Func<ComponentCatalogue, IComponentSet> set) : Field(name, summary)
{
    private const string KindKey = "kind";
    private const string NameForm = "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$";

    /// <inheritdoc/>
    public override string Type => "mapping of names";

    /// <inheritdoc/>
    public override string Range => "under each name its kind and the options of that kind";

    /// <inheritdoc/>
    public override string? Default => null;

    /// <inheritdoc/>
    public override string Expectation => "a name, and below it 'kind: …' with the options of that kind";

    /// <summary>Whether a name may be given.</summary>
    /// <param name="name">The name.</param>
    /// <returns>True where it has letters, digits, dots, hyphens and underscores only.</returns>
    public static bool IsName(string name) => Names().IsMatch(name);

    /// <inheritdoc/>
    public override JsonObject Schema() => new()
    {
        ["type"] = "object",
        ["propertyNames"] = new JsonObject { ["pattern"] = NameForm },
        ["additionalProperties"] = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { [KindKey] = new JsonObject { ["type"] = "string" } },
            ["required"] = new JsonArray(KindKey),
            ["additionalProperties"] = new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") },
        },
    };

    /// <inheritdoc/>
    public override void Read(YamlNode node, FieldReading reading)
    {
        if (node is not YamlMap map)
        {
            Refuse(node, reading);
            return;
        }

        reading.NamedComponents[this] = [.. map.Entries.Select(entry => ReadEntry(entry, reading)).OfType<NamedComponent>()];
    }

    private NamedComponent? ReadEntry(YamlEntry entry, FieldReading reading)
    {
        if (!IsName(entry.Key))
        {
            reading.Report(entry.Position, $"'{entry.Key}' cannot be a name.", "Use letters, digits, dots, hyphens and underscores, at most 100.");
            return null;
        }

        if (entry.Value is not YamlMap map)
        {
            reading.Report(entry.Value.Position, $"'{entry.Key}' cannot be {entry.Value.Shown}.", $"Write 'kind: …' below it, one of: {Kinds(reading)}.");
            return null;
        }

        var kind = map.Entries.FirstOrDefault(inner => inner.Key == KindKey)?.Value;
        if (kind is not YamlText { IsNothing: false } text)
        {
            reading.Report(kind?.Position ?? map.Position, $"The kind of '{entry.Key}' is missing.", $"Write 'kind: …', one of: {Kinds(reading)}.");
            return null;
        }

        var known = set(reading.Catalogue);
        if (known.Find(text.Value) is not { } found)
        {
            reading.Report(text.Position, $"There is no {known.Kind} '{text.Value}'.", NearName.Remedy(text.Value, known.Names));
            return null;
        }

        Field[] fields = [.. found.Description.Options.Select(OptionFields.From)];
        var options = map.Entries.Where(inner => inner.Key != KindKey);
        new SectionField(entry.Key, found.Description.Summary, [.. fields]).Read(new YamlMap([.. options], map.Position), reading);
        return new NamedComponent(entry.Key, new ComponentSelection(text.Value, OptionFields.Values([.. fields], reading)));
    }

    private string Kinds(FieldReading reading) => string.Join(", ", set(reading.Catalogue).Names);

    [GeneratedRegex(NameForm, RegexOptions.CultureInvariant, 100)]
    private static partial Regex Names();
}

/// <summary>A component under a name of the user's own.</summary>
/// <param name="Name">The name.</param>
/// <param name="Selection">Its kind and the options of that kind.</param>
internal sealed record NamedComponent(string Name, ComponentSelection Selection);
