using System.Collections.Immutable;
using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.Search.Bayesian.Proposing;

/// <summary>The options of <c>bayesian</c>.</summary>
/// <param name="Initial">How many networks are drawn at random before the surrogate chooses.</param>
/// <param name="Pool">How many networks the surrogate chooses among where the space cannot be listed.</param>
internal sealed record BayesianOptions(int Initial, int Pool)
{
    /// <summary>Their definitions.</summary>
    public static ImmutableArray<OptionDefinition> Definitions { get; } =
    [
        new IntegerOption("initial", "How many networks are drawn at random before the surrogate chooses; where the archive has something to say, only once it has lost its trust.", 8, 2, 1_000),
        new IntegerOption("pool", "How many networks the surrogate chooses among where the space has more than 50,000.", 100, 10, 2_000),
    ];

    /// <summary>Reads the values of a task.</summary>
    /// <param name="values">The values.</param>
    /// <returns>The options.</returns>
    public static BayesianOptions Of(OptionValues values) => new((int)values.Integer("initial"), (int)values.Integer("pool"));
}
