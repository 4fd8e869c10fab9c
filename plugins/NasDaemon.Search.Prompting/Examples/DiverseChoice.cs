using System.Collections.Immutable;

namespace NasDaemon.Search.Prompting.Examples;

/// <summary>Chooses networks that are good and unlike one another.</summary>
/// <remarks>
/// Maximal marginal relevance, with the rank for relevance: Carbonell and Goldstein, "The Use of MMR, Diversity-Based Reranking for
/// Reordering Documents and Producing Summaries", SIGIR 1998, with λ = 0.5.
/// </remarks>
internal static class DiverseChoice
{
    private const double Relevance = 0.5;

    /// <summary>Chooses.</summary>
    /// <param name="ranked">What may be chosen, the best first.</param>
    /// <param name="shown">What is shown anyway.</param>
    /// <param name="count">How many are wanted.</param>
    /// <returns>The chosen ones in the order of choice.</returns>
    public static ImmutableArray<RankedExample> Choose(ImmutableArray<RankedExample> ranked, IEnumerable<RankedExample> shown, int count)
    {
        var near = shown.ToList();
        var left = ranked.Index().ToList();
        var chosen = ImmutableArray.CreateBuilder<RankedExample>();
        while (chosen.Count < count && left.Count > 0)
        {
            var best = left.MaxBy(entry => Value(entry.Item, entry.Index, ranked.Length, near));
            left.Remove(best);
            near.Add(best.Item);
            chosen.Add(best.Item);
        }

        return chosen.ToImmutable();
    }

    private static double Value(RankedExample example, int rank, int of, List<RankedExample> near)
    {
        var likeness = near.Count == 0 ? 0 : near.Max(other => example.Profile.Similarity(other.Profile));
        return (Relevance * (1 - (rank / (double)of))) - ((1 - Relevance) * likeness);
    }
}

/// <summary>A network that may be shown.</summary>
/// <param name="Example">The network.</param>
/// <param name="Profile">What it is like.</param>
/// <param name="Fingerprint">The fingerprint of its graph.</param>
internal sealed record RankedExample(Example Example, OperatorProfile Profile, string Fingerprint);
