using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.Composition;

/// <summary>The options of components that no task names: stores, data sets, reports.</summary>
internal static class DefaultOptions
{
    /// <summary>Fills in the defaults.</summary>
    /// <param name="description">The component.</param>
    /// <returns>One value an option.</returns>
    public static OptionValues Of(ComponentDescription description) =>
        new(description.Options.ToImmutableSortedDictionary(option => option.Name, Default, StringComparer.Ordinal));

    /// <summary>Sets a flag where the component has it.</summary>
    /// <param name="options">The options.</param>
    /// <param name="name">The flag's name.</param>
    /// <returns>The options with the flag set.</returns>
    public static OptionValues WithFlag(this OptionValues options, string name) =>
        options.Values.ContainsKey(name) ? new OptionValues(options.Values.SetItem(name, JsonValue.Create(true))) : options;

    /// <summary>Sets what was chosen.</summary>
    /// <param name="options">The defaults.</param>
    /// <param name="chosen">The options to set.</param>
    /// <returns>Both.</returns>
    public static OptionValues With(this OptionValues options, OptionValues chosen) => new(options.Values.SetItems(chosen.Values));

    private static JsonValue Default(OptionDefinition option) => option switch
    {
        IntegerOption integer => JsonValue.Create(integer.Default),
        NumberOption number => JsonValue.Create(number.Default),
        FlagOption flag => JsonValue.Create(flag.Default),
        TextOption text => JsonValue.Create(text.Default),
        _ => throw new ArgumentException($"The option '{option.Name}' is of a kind that this version does not know.", nameof(option)),
    };
}
