using System.Collections.Immutable;
using NasDaemon.Abstractions.Sources;
using NasDaemon.Abstractions.Spaces;

namespace NasDaemon.Search.Bayesian.Proposing;

/// <summary>Lists every network of a search space that is small enough for it.</summary>
internal static class SpaceListing
{
    /// <summary>The most networks that are listed.</summary>
    public const int Most = 50_000;

    private const int Probes = 64;
    private const double Doubt = 4;

    /// <summary>Lists the networks that the task's judge accepts.</summary>
    /// <param name="space">The space.</param>
    /// <param name="sources">Reads sources as the task's judge does.</param>
    /// <param name="random">Estimates the size of the space first.</param>
    /// <param name="cancellation">Ends the listing early.</param>
    /// <returns>The networks, each graph once; null where the space is too large.</returns>
    public static ImmutableArray<PoolNetwork>? Read(ISpaceSampler space, ISourceReader sources, Random random, CancellationToken cancellation)
    {
        if (EstimatedSize(space, random) > Doubt * Most)
        {
            return null;
        }

        var networks = new Dictionary<string, PoolNetwork>(StringComparer.Ordinal);
        var count = 0;
        foreach (var network in Walk(space))
        {
            cancellation.ThrowIfCancellationRequested();
            if (++count > Most)
            {
                return null;
            }

            if (PoolNetwork.Read(network, sources) is { } read)
            {
                networks.TryAdd(read.Fingerprint, read);
            }
        }

        return [.. networks.Values];
    }

    /// <summary>The mean over some networks of one over the chance to draw each: an estimate of how many there are.</summary>
    /// <remarks>Knuth, "Estimating the Efficiency of Backtrack Programs", Mathematics of Computation 29, 1975, section 2.</remarks>
    private static double EstimatedSize(ISpaceSampler space, Random random) => Enumerable.Range(0, Probes)
        .Average(_ => space.Sample(random).Answers.Answers.Aggregate(1.0, (product, answer) => product * answer.Options.Count));

    /// <summary>Walks through the space as through the numbers of a counter: the last decision that has another option takes it, all later ones begin again.</summary>
    private static IEnumerable<SampledNetwork> Walk(ISpaceSampler space)
    {
        var first = new FirstOption();
        for (var network = space.Replay(new AnswerList([]), first); ;)
        {
            yield return network;
            var answers = network.Answers.Answers;
            var turning = answers.Length - 1;
            while (turning >= 0 && answers[turning].Index == answers[turning].Options.Count - 1)
            {
                turning--;
            }

            if (turning < 0)
            {
                yield break;
            }

            var turned = answers[turning] with { Index = answers[turning].Index + 1 };
            network = space.Replay(new AnswerList([.. answers.Take(turning), turned]), first);
        }
    }
}
