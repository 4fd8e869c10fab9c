using MathNet.Numerics.Distributions;
using NasDaemon.Search.Bayesian.Surrogates;

namespace NasDaemon.Search.Bayesian.Proposing;

/// <summary>Finds the candidate that is expected to improve most on the best so far.</summary>
/// <remarks>Jones, Schonlau and Welch, "Efficient Global Optimization of Expensive Black-Box Functions", Journal of Global Optimization 13, 1998, equation 15.</remarks>
internal static class ExpectedImprovement
{
    // The deviation of a candidate costs the square of the number of results; where that is too much, only the candidates of the highest
    // means get one. Which of them improves most is hardly ever another one.
    private const double MostWork = 4e7;
    private const int FewestJudged = 400;

    /// <summary>Finds it.</summary>
    /// <param name="process">What is known.</param>
    /// <param name="results">How many results that rests on.</param>
    /// <param name="candidates">The candidates.</param>
    /// <param name="mayPropose">Whether a candidate may be proposed, by its index.</param>
    /// <param name="best">The best result so far, standardised; null where there is none, and the highest mean wins.</param>
    /// <returns>The candidate's index and its expected result, standardised; null where none may be proposed.</returns>
    public static (int Index, double Mean)? Find(GaussianProcess process, int results, CandidateSet candidates, Func<int, bool> mayPropose, double? best)
    {
        var means = process.Means(candidates);
        var chosen = Enumerable.Range(0, candidates.Count).Where(mayPropose).ToArray();
        if (chosen.Length == 0)
        {
            return null;
        }

        if (best is null)
        {
            var highest = chosen.MaxBy(index => means[index]);
            return (highest, means[highest]);
        }

        var judged = Math.Max(FewestJudged, (int)(MostWork / (1 + (results * (double)results / 2))));
        if (chosen.Length > judged)
        {
            chosen = [.. chosen.OrderByDescending(index => means[index]).Take(judged)];
        }

        var deviations = process.Deviations(candidates, chosen);
        var found = Enumerable.Range(0, chosen.Length).MaxBy(place => Of(means[chosen[place]], deviations[place], best.Value));
        return (chosen[found], means[chosen[found]]);
    }

    /// <summary>By how much a result is expected to exceed the best so far, counting nothing where it does not.</summary>
    /// <param name="mean">The expected result.</param>
    /// <param name="deviation">Its standard deviation; above 0.</param>
    /// <param name="best">The best so far.</param>
    /// <returns>The improvement; at least 0.</returns>
    public static double Of(double mean, double deviation, double best)
    {
        var distance = (mean - best) / deviation;
        return deviation * ((distance * Normal.CDF(0, 1, distance)) + Normal.PDF(0, 1, distance));
    }
}
