using System.Collections.Immutable;
using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.Search.Bayesian.Prediction;

/// <summary>The options of <c>predictor</c>.</summary>
/// <param name="Oversampling">How many times as many networks are proposed as are trained.</param>
/// <param name="Initial">How many networks are trained before any is screened out.</param>
internal sealed record PredictorOptions(double Oversampling, int Initial)
{
    /// <summary>Their definitions.</summary>
    public static ImmutableArray<OptionDefinition> Definitions { get; } =
    [
        new NumberOption("oversampling", "How many times as many networks are proposed as are trained.", 3, 1, 100),
        new IntegerOption("initial", "How many networks are trained before the first is screened out.", 10, 3, 10_000),
    ];

    /// <summary>Reads the values of a task.</summary>
    /// <param name="values">The values.</param>
    /// <returns>The options.</returns>
    public static PredictorOptions Of(OptionValues values) => new(values.Number("oversampling"), (int)values.Integer("initial"));
}
