using System.Collections.Immutable;
using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.Search.Prompting.Mixing;

/// <summary>The options of <c>mixed</c>.</summary>
/// <param name="Of">The strategies that share the budget.</param>
internal sealed record MixedOptions(ImmutableArray<string> Of)
{
    /// <summary>Their definitions.</summary>
    public static ImmutableArray<OptionDefinition> Definitions { get; } =
    [
        new TextOption("of", "The strategies that share the budget, each with the defaults of its options, with commas between them.", "few-shot, evolution", []),
    ];

    /// <summary>Reads the values of a task.</summary>
    /// <param name="values">The values.</param>
    /// <param name="known">The strategies that there are.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentException">A strategy is not known, is named twice or mixes itself, or there are fewer than two.</exception>
    public static MixedOptions Read(OptionValues values, IReadOnlyCollection<string> known)
    {
        ImmutableArray<string> names = [.. values.Text("of").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        var legal = known.Where(name => name != MixedStrategy.Name).Order(StringComparer.Ordinal).ToList();
        if (names.FirstOrDefault(name => !legal.Contains(name)) is { } unknown)
        {
            throw new ArgumentException($"'of' of the strategy mixed names '{unknown}', which it cannot mix. It can mix: {string.Join(", ", legal)}.", nameof(values));
        }

        return names.Length >= 2 && names.Distinct().Count() == names.Length
            ? new MixedOptions(names)
            : throw new ArgumentException("'of' of the strategy mixed needs at least two strategies, each once, as in 'few-shot, evolution'.", nameof(values));
    }
}
