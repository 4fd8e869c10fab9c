using System.Collections.Immutable;

namespace NasDaemon.Pipeline.Statistics;

/// <summary>Keeps many tests from finding by chance what is not there.</summary>
/// <remarks>
/// S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6 (1979): the smallest of m
/// probabilities is multiplied by m, the next by m − 1, and so on; none becomes smaller than the one before it, nor larger than 1.
/// </remarks>
public static class HolmCorrection
{
    /// <summary>Corrects the probabilities of a family of tests.</summary>
    /// <param name="probabilities">The probability of each test; null where there was nothing to test, which does not count.</param>
    /// <returns>The corrected probabilities in the same order.</returns>
    public static ImmutableArray<double?> Correct(IReadOnlyList<double?> probabilities)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        var corrected = new double?[probabilities.Count];
        var order = Enumerable.Range(0, probabilities.Count).Where(test => probabilities[test] is not null).OrderBy(test => probabilities[test]).ToList();
        var largest = 0.0;
        foreach (var (rank, test) in order.Index())
        {
            largest = Math.Min(1, Math.Max(largest, probabilities[test]!.Value * (order.Count - rank)));
            corrected[test] = largest;
        }

        return [.. corrected];
    }
}
