using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Graphs;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Modules;

/// <summary>
/// Plain tensors that <c>__init__</c> drew at random, or computed from parameters, and <c>forward</c> reads: every run of the network sees the
/// same values, so that they become buffers outside the <c>state_dict</c>. Whatever is the same on every run is computed anew instead.
/// </summary>
/// <param name="interpreter">The interpreter.</param>
internal sealed class KeptTensors(Interpreter interpreter)
{
    private static readonly HashSet<string> Random =
        ["rand", "randn", "rand_like", "randn_like", "randint_low", "randperm", "bernoulli_draw", "bernoulli_share", "exponential_draw", "multinomial", "poisson", "empty_random"];

    private readonly Dictionary<ValueArgument, StateTensor> _kept = [];

    /// <summary>Gives a tensor a place of its own.</summary>
    /// <param name="tensor">The tensor, which a node of <c>__init__</c> computes.</param>
    /// <returns>The place; null where the tensor is the same on every run.</returns>
    public StateTensor? Keep(TensorValue tensor)
    {
        var source = (ValueArgument)tensor.Source;
        if (_kept.TryGetValue(source, out var known))
        {
            return known;
        }

        var nodes = interpreter.State.Scope.Graph.Nodes;
        var live = DeadNodes.FindLive(nodes, source);
        if (!Enumerable.Range(0, source.Node + 1).Any(node => live[node] && Random.Contains(nodes[node].Operator)))
        {
            return null;
        }

        var kept = new StateTensor(tensor.Type.At(TraceBatch.Size), tensor.Type.Element, new ConstantInitialisation(0), isParameter: false, isTrainable: false);
        if (tensor.Contents is { } contents)
        {
            kept.Initialisation = contents;
        }
        else
        {
            kept.FirstValue = source;
        }

        interpreter.Modules.NameLoose(kept);
        _kept[source] = kept;
        return kept;
    }
}
