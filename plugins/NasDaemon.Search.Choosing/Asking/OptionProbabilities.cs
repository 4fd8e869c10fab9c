using System.Collections.Immutable;

namespace NasDaemon.Search.Choosing.Asking;

/// <summary>Probabilities over the legal options of a decision.</summary>
/// <param name="Shares">One an option; their sum is 1.</param>
internal sealed record OptionProbabilities(ImmutableArray<double> Shares)
{
    /// <summary>The entropy in parts of that of even probabilities: 1 where every option is as likely, 0 where one is certain.</summary>
    public double Evenness => Shares.Length == 1 ? 1 : -Shares.Where(share => share > 0).Sum(share => share * Math.Log(share)) / Math.Log(Shares.Length);

    /// <summary>Makes probabilities of logarithms that need not be normalised.</summary>
    /// <param name="logarithms">One an option.</param>
    /// <param name="temperature">What they are divided by.</param>
    /// <returns>The probabilities.</returns>
    public static OptionProbabilities Of(IReadOnlyList<double> logarithms, double temperature)
    {
        var largest = logarithms.Max();
        if (!double.IsFinite(largest))
        {
            return new OptionProbabilities([.. Enumerable.Repeat(1.0 / logarithms.Count, logarithms.Count)]);
        }

        var weights = logarithms.Select(logarithm => Math.Exp((logarithm - largest) / temperature)).ToList();
        var sum = weights.Sum();
        return new OptionProbabilities([.. weights.Select(weight => weight / sum)]);
    }

    /// <summary>Draws an option.</summary>
    /// <param name="random">The stream to draw from.</param>
    /// <returns>Its index.</returns>
    public int Draw(Random random)
    {
        var left = random.NextDouble();
        for (var index = 0; index < Shares.Length - 1; index++)
        {
            left -= Shares[index];
            if (left < 0)
            {
                return index;
            }
        }

        return Shares.Length - 1;
    }
}
