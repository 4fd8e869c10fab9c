using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.Testing;

/// <summary>The options of a component as a task that names none of them, or only some, gives them.</summary>
public static class DefaultOptions
{
    /// <summary>Fills in the defaults.</summary>
    /// <param name="description">The component.</param>
    /// <param name="given">The options that the test gives itself.</param>
    /// <returns>The values.</returns>
    public static OptionValues Of(ComponentDescription description, params (string Name, JsonValue Value)[] given) => new(
        description.Options.ToImmutableSortedDictionary(option => option.Name, Default)
            .SetItems(given.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))));

    private static JsonValue Default(OptionDefinition option) => option switch
    {
        IntegerOption integer => JsonValue.Create(integer.Default),
        NumberOption number => JsonValue.Create(number.Default),
        FlagOption flag => JsonValue.Create(flag.Default),
        TextOption text => JsonValue.Create(text.Default)!,
        _ => throw new ArgumentException($"{option.GetType().Name} is not known.", nameof(option)),
    };
}
