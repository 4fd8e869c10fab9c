using System.Collections.Immutable;
using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.Search.Prompting.Mixing;

/// <summary>The options of <c>mixed</c>.</summary>
/// <param name="Of">The strategies that share the budget.</param>
internal sealed record MixedOptions(ImmutableArray<string> Of)
{
    private const string Option = "of";

    /// <summary>Their definitions.</summary>
    public static ImmutableArray<OptionDefinition> Definitions { get; } =
    [
        new TextOption(Option, "The strategies that share the budget, each with the defaults of its options, with commas between them.", "few-shot, evolution", []),
    ];

    /// <summary>Finds what is wrong with the strategies that a task names.</summary>
    /// <param name="values">The values of a task.</param>
    /// <param name="known">The strategies that there are.</param>
    /// <returns>The problem: a strategy is not known, is named twice or mixes itself, or there are fewer than two; null where there is none.</returns>
    public static OptionProblem? Problem(OptionValues values, IReadOnlyCollection<string> known)
    {
        var names = Names(values);
        var legal = known.Where(name => name != MixedStrategy.Name).Order(StringComparer.Ordinal).ToList();
        if (names.FirstOrDefault(name => !legal.Contains(name)) is { } unknown)
        {
            return new OptionProblem(Option, $"'{Option}' names '{unknown}', which the strategy {MixedStrategy.Name} cannot mix.", $"It can mix: {string.Join(", ", legal)}.");
        }

        return names.Length >= 2 && names.Distinct().Count() == names.Length
            ? null
            : new OptionProblem(Option, $"'{Option}' names {string.Join(", ", names.DefaultIfEmpty("nothing"))}, too few strategies or one twice.", "Name at least two, each once, as in 'few-shot, evolution'.");
    }

    /// <summary>Reads the values of a task.</summary>
    /// <param name="values">The values.</param>
    /// <param name="known">The strategies that there are.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentException">There is a <see cref="Problem"/>.</exception>
    public static MixedOptions Read(OptionValues values, IReadOnlyCollection<string> known) => Problem(values, known) is { } problem
        ? throw new ArgumentException($"{problem.Message} {problem.Remedy}", nameof(values))
        : new MixedOptions(Names(values));

    private static ImmutableArray<string> Names(OptionValues values) =>
        [.. values.Text(Option).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
