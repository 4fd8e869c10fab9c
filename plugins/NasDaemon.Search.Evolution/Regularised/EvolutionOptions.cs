using System.Collections.Immutable;
using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.Search.Evolution.Regularised;

/// <summary>The options of <c>evolution</c>.</summary>
/// <param name="Population">How many networks are alive at once.</param>
/// <param name="Sample">How many of them compete to become a parent.</param>
/// <param name="Crossover">The share of children that have two parents.</param>
internal sealed record EvolutionOptions(int Population, int Sample, double Crossover)
{
    /// <summary>Their definitions.</summary>
    public static ImmutableArray<OptionDefinition> Definitions { get; } =
    [
        new IntegerOption("population", "How many networks are alive at once; as many are drawn at random before evolution begins.", 10, 1, 10_000),
        new IntegerOption("sample", "How many networks, drawn with replacement, compete to become a parent.", 3, 1, 10_000),
        new NumberOption("crossover", "The share of children that mix two parents instead of mutating one; 0 as published.", 0, 0, 1),
    ];

    /// <summary>Reads the values of a task.</summary>
    /// <param name="values">The values.</param>
    /// <returns>The options.</returns>
    public static EvolutionOptions Of(OptionValues values) => new(
        (int)values.Integer("population"),
        (int)values.Integer("sample"),
        values.Number("crossover"));
}
