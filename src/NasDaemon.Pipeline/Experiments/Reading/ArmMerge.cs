using NasDaemon.Pipeline.Fields;
using NasDaemon.Pipeline.Yaml;

namespace NasDaemon.Pipeline.Experiments.Reading;

/// <summary>Puts the settings of an arm over those of all; every value keeps its place in the file.</summary>
internal static class ArmMerge
{
    /// <summary>
    /// Merges two mappings. A section is merged key by key. What may also be written as a single value (a component, an optimizer, a
    /// schedule) is replaced whole: the options of one belong to no other.
    /// </summary>
    /// <param name="common">The settings of all.</param>
    /// <param name="arm">Those of the arm, which win.</param>
    /// <param name="section">What the keys mean.</param>
    /// <returns>Both.</returns>
    public static YamlMap Over(YamlMap common, YamlMap arm, SectionField section)
    {
        var own = arm.Entries.ToDictionary(entry => entry.Key, StringComparer.Ordinal);
        var merged = common.Entries.Select(entry => own.Remove(entry.Key, out var winner) ? Merge(entry, winner, section) : entry).ToList();
        return new YamlMap([.. merged, .. arm.Entries.Where(entry => own.ContainsKey(entry.Key))], common.Position);
    }

    /// <summary>The settings of an arm, one line each.</summary>
    /// <param name="settings">The settings.</param>
    /// <returns>Keys with dots between their parts, and values.</returns>
    public static IEnumerable<(string Key, string Value)> Flatten(YamlMap settings) => settings.Entries.SelectMany(entry => entry.Value switch
    {
        YamlMap inner => Flatten(inner).Select(setting => ($"{entry.Key}.{setting.Key}", setting.Value)),
        YamlList list => [(entry.Key, $"[{string.Join(", ", list.Items.Select(Text))}]")],
        var value => [(entry.Key, Text(value))],
    });

    private static YamlEntry Merge(YamlEntry common, YamlEntry arm, SectionField section)
    {
        var inner = section.Fields.OfType<SectionField>().FirstOrDefault(field => field.Name == arm.Key && field.Shorthand is null);
        return (inner, common.Value, arm.Value) is ({ } field, YamlMap left, YamlMap right) ? arm with { Value = Over(left, right, field) } : arm;
    }

    private static string Text(YamlNode node) => node is YamlText text ? text.Value : node.Shown;
}
