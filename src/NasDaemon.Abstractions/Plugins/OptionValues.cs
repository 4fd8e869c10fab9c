using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace NasDaemon.Abstractions.Plugins;

/// <summary>The values of a component's options, checked against their definitions, defaults filled in.</summary>
/// <param name="Values">One JSON scalar a defined option.</param>
public sealed record OptionValues(ImmutableSortedDictionary<string, JsonValue> Values)
{
    /// <summary>No options.</summary>
    public static OptionValues None { get; } = new(ImmutableSortedDictionary<string, JsonValue>.Empty);

    /// <summary>The value of an <see cref="IntegerOption"/>.</summary>
    /// <param name="name">The option's name.</param>
    /// <returns>Its value.</returns>
    /// <exception cref="KeyNotFoundException">The component did not define the option.</exception>
    public long Integer(string name) => Values[name].GetValue<long>();

    /// <summary>The value of a <see cref="NumberOption"/>.</summary>
    /// <param name="name">The option's name.</param>
    /// <returns>Its value.</returns>
    /// <exception cref="KeyNotFoundException">The component did not define the option.</exception>
    public double Number(string name) => Values[name].GetValue<double>();

    /// <summary>The value of a <see cref="FlagOption"/>.</summary>
    /// <param name="name">The option's name.</param>
    /// <returns>Its value.</returns>
    /// <exception cref="KeyNotFoundException">The component did not define the option.</exception>
    public bool Flag(string name) => Values[name].GetValue<bool>();

    /// <summary>The value of a <see cref="TextOption"/>.</summary>
    /// <param name="name">The option's name.</param>
    /// <returns>Its value.</returns>
    /// <exception cref="KeyNotFoundException">The component did not define the option.</exception>
    public string Text(string name) => Values[name].GetValue<string>();

    /// <inheritdoc/>
    public bool Equals(OptionValues? other) => other is not null
        && Values.Count == other.Values.Count
        && Values.All(pair => other.Values.TryGetValue(pair.Key, out var value) && JsonNode.DeepEquals(value, pair.Value));

    /// <inheritdoc/>
    public override int GetHashCode() => Values.Count;
}
