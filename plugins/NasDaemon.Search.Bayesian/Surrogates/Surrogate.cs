using System.Collections.Immutable;
using NasDaemon.Search.Bayesian.Archives;

namespace NasDaemon.Search.Bayesian.Surrogates;

/// <summary>
/// The model of a task: a Gaussian process over its own results and those of the archive, or over its own alone where those are then
/// likelier. How far the archive is trusted so follows from how well it has foretold this task's results.
/// </summary>
/// <param name="archive">What the archive knows.</param>
internal sealed class Surrogate(ArchiveKnowledge archive)
{
    private const int SmallEnoughToClimb = 150;
    private const int FewResults = 12;
    private const int FitInterval = 4;
    private const int LeastToJudge = 24;

    // An archive that has less in common with the task only bends the length scales.
    private const double LeastCorrelation = 0.5;

    // By how much likelier this task's results have to be without an archive before it loses its trust: what it proposes first are good
    // networks all alike, whose small differences it need not foretell.
    private const double LeastReproach = 3;

    private readonly Lazy<Distances> _archiveDistances = new(() => new Distances(archive.Networks));
    private readonly Lazy<HyperParameters> _archiveFit = new(() => FitArchive(archive));

    /// <summary>Learns from this task's results.</summary>
    /// <param name="own">The networks with results of this task.</param>
    /// <param name="state">What was learnt before.</param>
    /// <returns>What is known now; the model is null where the machine's numbers do not suffice for it.</returns>
    public (GaussianProcess? Model, SurrogateState State) Learn(IReadOnlyList<KnownNetwork> own, SurrogateState state)
    {
        own = Raise(own);
        var alone = archive.Networks.IsEmpty || own.Count >= LeastToJudge ? Fit(own, HyperParameters.Start(own).LengthScales, null, state.Alone ?? HyperParameters.Start(own), state) : null;
        if (archive.Networks.IsEmpty)
        {
            return (alone!.Process(), state with { Alone = alone.Parameters, FittedAt = own.Count });
        }

        var first = _archiveFit.Value;
        var joint = Fit([.. archive.Networks, .. own], first.LengthScales, archive.Spread, state.Joint ?? first, state);
        var isTrusted = alone is null
            || (joint.Parameters.Correlation > LeastCorrelation && joint.Evidence - ArchiveEvidence(joint.Parameters) >= alone.Evidence - LeastReproach);
        var next = new SurrogateState(alone?.Parameters, joint.Parameters, own.Count, isTrusted);
        return (isTrusted ? joint.Process() : alone!.Process(), next);
    }

    /// <summary>Adds networks without fitting anything again.</summary>
    /// <param name="own">The networks with results of this task, the believed ones among them.</param>
    /// <param name="state">What was learnt.</param>
    /// <param name="model">The model without them; its standardisation stays.</param>
    /// <returns>The model with them; the one without where the machine's numbers do not suffice for it.</returns>
    public GaussianProcess Extend(IReadOnlyList<KnownNetwork> own, SurrogateState state, GaussianProcess model)
    {
        own = Raise(own);
        var isJoint = state.Joint is not null && state.IsArchiveTrusted;
        var distances = new Distances(isJoint ? [.. archive.Networks, .. own] : own);
        return GaussianProcess.Of(distances, (isJoint ? state.Joint : state.Alone)!, model.Standardisation) ?? model;
    }

    private static Fitted Fit(
        IReadOnlyList<KnownNetwork> networks, ImmutableArray<double> anchor, double? spread, HyperParameters start, SurrogateState state)
    {
        var distances = new Distances(networks);
        var fit = new LikelihoodFit(distances, anchor, spread);
        var own = networks.Count(network => network.IsOwn);
        var isDue = own >= 3 && own != state.FittedAt && (own < FewResults || own % FitInterval == 0);
        var fitted = !isDue ? start
            : networks.Count <= SmallEnoughToClimb ? fit.Climb(start, 2)
            : fit.Improve(start, own / FitInterval % LikelihoodFit.CoordinateCount);
        return new Fitted(distances, fitted, spread, fit.Evidence(fitted));
    }

    private static IReadOnlyList<KnownNetwork> Raise(IReadOnlyList<KnownNetwork> own)
    {
        var floor = own.Count == 0 ? 0 : Target.Floor(own.Select(network => network.Target));
        return [.. own.Select(network => network with { Target = Math.Max(floor, network.Target) })];
    }

    private double ArchiveEvidence(HyperParameters parameters) =>
        new LikelihoodFit(_archiveDistances.Value, _archiveFit.Value.LengthScales, archive.Spread).Evidence(parameters);

    private static HyperParameters FitArchive(ArchiveKnowledge archive)
    {
        var start = HyperParameters.Start(archive.Networks);
        return new LikelihoodFit(new Distances(archive.Networks), start.LengthScales, archive.Spread).Climb(start, 3);
    }

    private sealed record Fitted(Distances Distances, HyperParameters Parameters, double? Spread, double Evidence)
    {
        public GaussianProcess? Process() => GaussianProcess.Of(Distances, Parameters, Standardisation.Of(Distances.Networks, Spread, Parameters.Scale));
    }
}

/// <summary>What a surrogate remembers from one proposal to the next.</summary>
/// <param name="Alone">The hyperparameters for this task's results alone; null where they were not needed yet.</param>
/// <param name="Joint">Those with the archive; null where there is none.</param>
/// <param name="FittedAt">How many results there were when they were fitted last.</param>
/// <param name="IsArchiveTrusted">Whether the archive was believed last.</param>
internal sealed record SurrogateState(HyperParameters? Alone, HyperParameters? Joint, int FittedAt, bool IsArchiveTrusted)
{
    /// <summary>The beginning.</summary>
    public static SurrogateState Start { get; } = new(null, null, 0, true);
}
