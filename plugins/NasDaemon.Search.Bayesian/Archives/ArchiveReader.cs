using MathNet.Numerics.Statistics;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Search.Bayesian.Features;
using NasDaemon.Search.Bayesian.Proposing;
using NasDaemon.Search.Bayesian.Surrogates;

namespace NasDaemon.Search.Bayesian.Archives;

/// <summary>
/// Reads off the archive what may help with a task. Trials are grouped by data set (name, input, outputs) and recipe (epochs): within a
/// group accuracies can be compared, between groups only their order.
/// </summary>
/// <param name="context">The task.</param>
internal sealed class ArchiveReader(StrategyContext context)
{
    private const int MostTrials = 2000;
    private const int MostNetworks = 150;
    private const int SmallestGroup = 5;
    private const double Furthest = 3;
    private const double SmallestSpread = 0.01;

    private readonly FirstOption _first = new();

    /// <summary>Reads it.</summary>
    /// <returns>What it knows; nothing where it holds no group of five networks.</returns>
    public ArchiveKnowledge Read()
    {
        var groups = context.Archive.Earlier(MostTrials)
            .Where(trial => trial.Trial.Score is not null)
            .GroupBy(GroupOf)
            .Select(group => group.DistinctBy(trial => trial.Trial.GraphFingerprint).ToList())
            .Where(group => group.Count >= SmallestGroup)
            .ToList();
        if (groups.Count == 0)
        {
            return ArchiveKnowledge.None;
        }

        var known = new List<KnownNetwork>();
        var spreads = new List<double>();
        foreach (var (index, group) in groups.Index())
        {
            var epochs = group[0].Trial.Score!.Epochs;
            var trialGroup = new TrialGroup(index + 1, epochs == context.Task.Training.Epochs ? 0 : epochs);

            // What an earlier search knows of bad networks is of no use here, and would bend the surrogate to tell them apart.
            var floor = group.Select(TargetOf).Median();
            double Raised(ArchivedTrial trial) => Math.Max(floor, TargetOf(trial));
            var (mean, spread) = Moments([.. group.Select(Raised)]);
            spreads.Add(spread);
            known.AddRange(Spread(group, MostNetworks / groups.Count)
                .Select(trial => (Features: Features(trial.Candidate.Candidate, trial.Candidate.Architecture), Target: Math.Min((Raised(trial) - mean) / spread, Furthest)))
                .Where(network => network.Features is not null)
                .Select(network => new KnownNetwork(network.Features!, network.Target, trialGroup)));
        }

        return new ArchiveKnowledge([.. known], spreads.Average());
    }

    private static (string Dataset, string Shape, int Epochs) GroupOf(ArchivedTrial trial) =>
        (trial.Trial.Dataset, ShapeOf(trial), trial.Trial.Score!.Epochs);

    private static string ShapeOf(ArchivedTrial trial) => (trial.Candidate.Architecture, trial.Shape) switch
    {
        ({ } network, _) => string.Join(' ', network.Inputs[0].Shape.Concat(network.OutputType.Shape)),
        (_, { } shape) => string.Join(' ', shape.Input.Append(shape.Outputs)),
        _ => "",
    };

    private static double TargetOf(ArchivedTrial trial) => Target.Of(trial.Trial.Score!.ValidationAccuracy);

    private static (double Mean, double Spread) Moments(IReadOnlyList<double> targets)
    {
        var mean = targets.Average();
        return (mean, Math.Max(SmallestSpread, Math.Sqrt(targets.Average(target => (target - mean) * (target - mean)))));
    }

    /// <summary>The best half of what there is room for, and the rest evenly spread from good to bad.</summary>
    private static IEnumerable<ArchivedTrial> Spread(List<ArchivedTrial> group, int room)
    {
        var ranked = group.OrderByDescending(TargetOf).ToList();
        if (ranked.Count <= room)
        {
            return ranked;
        }

        var best = room / 2;
        var others = room - best;
        return ranked.Take(best).Concat(Enumerable.Range(0, others).Select(index => ranked[best + (index * (ranked.Count - best) / others)]));
    }

    /// <summary>A network as this task would see it: built again for its input and classes where its space is this task's.</summary>
    private NetworkFeatures? Features(Candidate candidate, Architecture? architecture)
    {
        if (candidate.Origin is SpaceOrigin { Answers: var answers })
        {
            var network = context.Space.Replay(answers, _first);
            if (AreSame(network.Answers, answers) && PoolNetwork.Read(network, context.Sources) is { } read)
            {
                return read.Features;
            }
        }

        architecture ??= context.Sources.Read(candidate.Source).Architecture;
        return architecture is null ? null : FeatureReader.Read(architecture, (candidate.Origin as SpaceOrigin)?.Answers);
    }

    private static bool AreSame(AnswerList first, AnswerList second) =>
        first.Answers.Select(answer => (answer.Name, answer.Text)).SequenceEqual(second.Answers.Select(answer => (answer.Name, answer.Text)));
}
