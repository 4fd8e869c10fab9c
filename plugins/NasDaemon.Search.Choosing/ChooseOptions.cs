using System.Collections.Immutable;
using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.Search.Choosing;

/// <summary>The options of <c>choose</c>.</summary>
/// <param name="Temperature">What the logarithms of the model's probabilities are divided by.</param>
/// <param name="Shown">How many known networks stand above the decisions.</param>
/// <param name="Edit">The share of candidates that change one decision of a parent.</param>
/// <param name="Calibrate">Whether the model's answers are set against those to a text without content.</param>
/// <param name="Uniform">The share of decisions that are drawn by lot.</param>
/// <param name="Population">How many networks are alive as parents.</param>
/// <param name="Sample">How many of them compete to become a parent.</param>
internal sealed record ChooseOptions(double Temperature, int Shown, double Edit, bool Calibrate, double Uniform, int Population, int Sample)
{
    /// <summary>Their definitions.</summary>
    public static ImmutableArray<OptionDefinition> Definitions { get; } =
    [
        new NumberOption("temperature", "Flattens the model's probabilities over the legal options above 1, sharpens them below.", 1, 0.05, 100),
        new IntegerOption("shown", "How many known networks with their results stand above the decisions, the best last; fewer where the model's context is short.", 0, 0, 100),
        new NumberOption("edit", "The share of candidates that change one decision of a parent; in the others the model answers every decision.", 1, 0, 1),
        new FlagOption("calibrate", "Sets the model's answers against those to a text without content, which tells what it prefers in any case.", true),
        new NumberOption("uniform", "The share of decisions that are drawn by lot, without asking the model.", 0.25, 0, 1),
        new IntegerOption("population", "How many networks are alive as parents; as many are drawn at random before the model is asked.", 20, 1, 10_000),
        new IntegerOption("sample", "How many networks, drawn with replacement, compete to become a parent.", 5, 1, 10_000),
    ];

    /// <summary>Reads the values of a task.</summary>
    /// <param name="values">The values.</param>
    /// <returns>The options.</returns>
    public static ChooseOptions Of(OptionValues values) => new(
        values.Number("temperature"),
        (int)values.Integer("shown"),
        values.Number("edit"),
        values.Flag("calibrate"),
        values.Number("uniform"),
        (int)values.Integer("population"),
        (int)values.Integer("sample"));
}
