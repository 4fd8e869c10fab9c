using MathNet.Numerics.Statistics;
using NasDaemon.Pipeline.Statistics;

namespace NasDaemon.Commands.Comparing;

/// <summary>Two tasks against each other.</summary>
/// <param name="First">The first task.</param>
/// <param name="Second">The second task.</param>
/// <param name="Difference">The first's mean less the second's; null where one has no figures.</param>
/// <param name="Test">Welch's test; null where it is not possible.</param>
/// <param name="EffectSize">Cohen's d; null where it is not possible.</param>
/// <param name="Obstacle">Why there is no test; null where there is one.</param>
internal sealed record ComparedPair(string First, string Second, double? Difference, WelchTest? Test, double? EffectSize, string? Obstacle)
{
    /// <summary>How likely such a difference is by chance, corrected for the number of pairs by Holm; null without a test.</summary>
    public double? CorrectedP { get; init; }

    /// <summary>What must be borne in mind where the test is read; null for nothing.</summary>
    public string? Caution { get; init; }

    /// <summary>Compares two tasks.</summary>
    /// <param name="first">The first.</param>
    /// <param name="second">The second.</param>
    /// <returns>The pair, not corrected yet.</returns>
    public static ComparedPair Of(ComparedTask first, ComparedTask second)
    {
        if (!first.Datasets.SetEquals(second.Datasets) && !first.Datasets.IsEmpty && !second.Datasets.IsEmpty)
        {
            var obstacle = $"They are on different data sets ({string.Join(", ", first.Datasets)}; {string.Join(", ", second.Datasets)}), so that their accuracies say nothing of each other.";
            return new ComparedPair(first.Id, second.Id, null, null, null, obstacle);
        }

        double? difference = first.Figures.IsEmpty || second.Figures.IsEmpty ? null : first.Figures.Mean() - second.Figures.Mean();
        var test = WelchTest.Of(first.Figures, second.Figures);
        return new ComparedPair(first.Id, second.Id, difference, test, NasDaemon.Pipeline.Statistics.EffectSize.CohenD(first.Figures, second.Figures), test is null ? WhyNot(first, second) : null)
        {
            Caution = CautionOf(first, second),
        };
    }

    private static string? CautionOf(ComparedTask first, ComparedTask second) => (first, second) switch
    {
        _ when !first.Recipes.SetEquals(second.Recipes) => "Their networks were trained by different recipes: a difference may come from those.",
        _ when first.Datasets.Count > 1 => "Several data sets are taken together, which hides small differences; for one alone name EXPERIMENT/ARM/DATASET.",
        _ => null,
    };

    private static string WhyNot(ComparedTask first, ComparedTask second) =>
        (first.Figures.Length < 2 ? first : second.Figures.Length < 2 ? second : null) is { } few
            ? $"{few.Id} has {few.Figures.Length} figures; a test needs two of each."
            : "All figures of each are the same, so that there is no spread to measure the difference by.";
}
