using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Architectures.Fingerprints;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Pipeline.Trials;

namespace NasDaemon.Pipeline.Candidates;

/// <summary>
/// Finds out what a candidate is before any training: the source is looked up, traced where it is new, held against the task's
/// constraints, and its network is looked up among those that were trained under the same recipe.
/// </summary>
/// <param name="task">The task.</param>
/// <param name="shape">What its networks read and return.</param>
/// <param name="tracer">Traces sources.</param>
/// <param name="store">Knows the earlier candidates and trials of all tasks.</param>
public sealed class CandidateJudge(SearchTask task, NetworkShape shape, ArchitectureTracer tracer, ITrialStore store)
{
    private readonly string _recipe = Recipe.ForSearch(task).Fingerprint();

    /// <summary>Judges a candidate.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="trialOf">Finds this task's search trial of a network, by graph fingerprint.</param>
    /// <returns>What is known, and what follows.</returns>
    public Judgement Judge(Candidate candidate, Func<string, TrialRecord?> trialOf)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(trialOf);
        var source = SourceFingerprint.Compute(candidate.Source);
        if (candidate.Refusal is { } refusal)
        {
            return new Judgement(source, null, null, new RefusedVerdict(refusal));
        }

        var known = KnownNetwork(source);
        var level = known is null ? FingerprintLevel.Graph : FingerprintLevel.Source;
        if (known is null)
        {
            var traced = tracer.Trace(candidate.Source, new TraceRequest(shape));
            if (!traced.IsAccepted)
            {
                return new Judgement(source, null, null, new RefusedVerdict(traced.Failure));
            }

            known = traced.Architecture;
        }

        var graph = GraphFingerprint.Compute(known);
        return new Judgement(source, known, graph, Decide(known, graph, level, trialOf));
    }

    private Verdict Decide(Architecture architecture, string graph, FingerprintLevel level, Func<string, TrialRecord?> trialOf)
    {
        if (ConstraintCheck.Violation(architecture, task.Constraints, task.Training) is { } violation)
        {
            return new RefusedVerdict(violation);
        }

        return (trialOf(graph) ?? Trained(graph)) is { } trial ? new KnownVerdict(level, trial) : new NewVerdict();
    }

    /// <summary>The network of a source that some task traced, where it was traced for the same shapes.</summary>
    private Architecture? KnownNetwork(string source) => store.FindSource(source)?.Architecture is { } known && Fits(known) ? known : null;

    private bool Fits(Architecture architecture) =>
        architecture.Inputs is [var input]
        && input.Shape.Skip(1).SequenceEqual(shape.Input.Select(size => Dimension.FromInt64(size)))
        && architecture.OutputType.Shape.Skip(1).SequenceEqual([Dimension.FromInt64(shape.Outputs)]);

    /// <summary>An earlier task's trial of the network, where it got the whole recipe: less would not be the same result.</summary>
    private TrialRecord? Trained(string graph) =>
        store.FindTrained(graph, _recipe) is { Score: { } score } trial && score.Epochs >= task.Training.Epochs ? trial : null;
}
