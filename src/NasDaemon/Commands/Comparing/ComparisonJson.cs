using MathNet.Numerics.Statistics;
using NasDaemon.Pipeline.Statistics;

namespace NasDaemon.Commands.Comparing;

/// <summary>A comparison as it is written as JSON.</summary>
internal static class ComparisonJson
{
    /// <summary>Describes it.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <returns>The object.</returns>
    public static object Of(Comparison comparison) => new
    {
        comparison.Figure,
        Tasks = comparison.Tasks.Select(task => new
        {
            task.Id,
            task.State,
            BestTestAccuracy = task.Best?.Test,
            BestTestAccuracyInterval = Pair(task.Best?.TestInterval),
            BestValidationAccuracy = task.Best?.Validation,
            task.Best?.Parameters,
            task.Trainings,
            task.Reused,
            task.SearchSeconds,
            task.Datasets,
            Figures = task.Figures.Length,
            Mean = task.Figures.IsEmpty ? (double?)null : task.Figures.Mean(),
            Deviation = task.Figures.Length < 2 ? (double?)null : task.Figures.StandardDeviation(),
        }),
        Pairs = comparison.Pairs.Select(pair => new
        {
            pair.First,
            pair.Second,
            pair.Difference,
            pair.Test?.T,
            pair.Test?.DegreesOfFreedom,
            pair.Test?.P,
            PHolm = pair.CorrectedP,
            CohenD = pair.EffectSize,
            pair.Obstacle,
            pair.Caution,
        }),
    };

    private static double[]? Pair(ConfidenceInterval? interval) => interval is null ? null : [interval.Low, interval.High];
}
