using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Pipeline.Plugins;

namespace NasDaemon.Pipeline.Fields;

/// <summary>Reads the options that a component defines as if they were fields of our own.</summary>
internal static class OptionFields
{
    private const int LongestText = 4_096;

    /// <summary>The field that reads an option.</summary>
    /// <param name="option">The option.</param>
    /// <returns>The field.</returns>
    public static Field From(OptionDefinition option) => option switch
    {
        IntegerOption integer => new WholeNumberField(option.Name, option.Summary, integer.Minimum, integer.Maximum) { DefaultValue = integer.Default },
        NumberOption number => new NumberField(option.Name, option.Summary, new Interval(number.Minimum, number.Maximum)) { DefaultValue = number.Default },
        FlagOption flag => new FlagField(option.Name, option.Summary) { DefaultValue = flag.Default },
        TextOption { Choices: { IsDefaultOrEmpty: false } choices } text => new ChoiceField(option.Name, option.Summary, choices) { DefaultValue = text.Default },
        TextOption text => new TextField(option.Name, option.Summary, LongestText) { DefaultValue = text.Default },
        _ => throw new ArgumentException($"The option '{option.Name}' is of a kind that this version does not know.", nameof(option)),
    };

    /// <summary>The values of a component's options where nobody gave any.</summary>
    /// <param name="description">The component.</param>
    /// <returns>The defaults.</returns>
    public static OptionValues Defaults(ComponentDescription description) =>
        Values([.. description.Options.Select(From)], new FieldReading(() => ComponentCatalogue.Empty));

    /// <summary>The values of a component's options.</summary>
    /// <param name="fields">The fields of its options.</param>
    /// <param name="reading">What was read.</param>
    /// <returns>The values, defaults filled in.</returns>
    public static OptionValues Values(ImmutableArray<Field> fields, FieldReading reading) => new(fields.ToImmutableSortedDictionary(
        field => field.Name,
        field => field switch
        {
            WholeNumberField number => JsonValue.Create(reading.Get(number)),
            NumberField number => JsonValue.Create(reading.Get(number)),
            FlagField flag => JsonValue.Create(reading.Get(flag)),
            _ => JsonValue.Create(reading.Get((ValueField<string>)field)),
        },
        StringComparer.Ordinal));
}
