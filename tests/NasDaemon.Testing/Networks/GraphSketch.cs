using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Testing.Networks;

/// <summary>Writes small networks operator by operator, for tests that want a graph without tracing a source.</summary>
/// <param name="sampleShape">The sizes of one sample.</param>
public sealed class GraphSketch(params long[] sampleShape)
{
    private static readonly GraphArgument One = new IntArgument(1);
    private readonly List<GraphNode> _nodes = [];
    private readonly List<StateEntry> _state = [];

    private readonly List<TensorType> _extraInputs = [];

    /// <summary>The samples.</summary>
    public GraphArgument Input { get; } = new InputArgument(0);

    /// <summary>An input behind the samples.</summary>
    public GraphArgument ExtraInput(params long[] shape)
    {
        _extraInputs.Add(new TensorType([.. shape.Select(Dimension.FromInt64)]));
        return new InputArgument(_extraInputs.Count);
    }

    /// <summary>The sum of two tensors.</summary>
    public GraphArgument Add(GraphArgument input, GraphArgument other) =>
        Node("add", ("input", input), ("other", other), ("alpha", One));

    /// <summary>A 3×3 convolution that keeps height and width.</summary>
    public GraphArgument Convolution(GraphArgument input, string name, long from, long to)
    {
        var bound = 1 / Math.Sqrt(from * 9);
        return Node(
            "conv2d",
            ("input", input),
            ("weight", Parameter($"{name}.weight", new UniformInitialisation(-bound, bound), to, from, 3, 3)),
            ("bias", Parameter($"{name}.bias", new UniformInitialisation(-bound, bound), to)),
            ("stride", Pair(1)),
            ("padding", Pair(1)),
            ("dilation", Pair(1)),
            ("groups", One));
    }

    /// <summary>Batch normalisation.</summary>
    public GraphArgument BatchNormalisation(GraphArgument input, string name, long channels)
    {
        var weight = Parameter($"{name}.weight", new ConstantInitialisation(1), channels);
        var bias = Parameter($"{name}.bias", new ConstantInitialisation(0), channels);
        return Node(
            "batch_norm",
            ("input", input),
            ("running_mean", Buffer($"{name}.running_mean", ElementType.Float32, 0, channels)),
            ("running_var", Buffer($"{name}.running_var", ElementType.Float32, 1, channels)),
            ("weight", weight),
            ("bias", bias),
            ("training", new TrainingArgument()),
            ("momentum", new FloatArgument(0.1)),
            ("eps", new FloatArgument(1e-5)),
            ("num_batches_tracked", Buffer($"{name}.num_batches_tracked", ElementType.Int64, 0)));
    }

    /// <summary>ReLU.</summary>
    public GraphArgument Relu(GraphArgument input) => Node("relu", ("input", input));

    /// <summary>Dropout.</summary>
    public GraphArgument Dropout(GraphArgument input, double share) =>
        Node("dropout", ("input", input), ("p", new FloatArgument(share)), ("training", new TrainingArgument()));

    /// <summary>The samples' rows flattened.</summary>
    public GraphArgument Flatten(GraphArgument input, long elements) => Node(
        "reshape",
        ("input", input),
        ("shape", new ListArgument([new IntArgument(Dimension.Batch), new IntArgument(elements)])));

    /// <summary>A linear layer.</summary>
    public GraphArgument Linear(GraphArgument input, string name, long from, long to)
    {
        var bound = 1 / Math.Sqrt(from);
        return Node(
            "linear",
            ("input", input),
            ("weight", Parameter($"{name}.weight", new UniformInitialisation(-bound, bound), to, from)),
            ("bias", Parameter($"{name}.bias", new UniformInitialisation(-bound, bound), to)));
    }

    /// <summary>The finished network.</summary>
    public Architecture Build(GraphArgument output, long outputs) => new(
        [Batched(sampleShape), .. _extraInputs],
        [.. _nodes],
        output,
        Batched(outputs),
        [.. _state],
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create(string.Empty, "Net")]));

    private static ListArgument Pair(long value) => new([new IntArgument(value), new IntArgument(value)]);

    private static TensorType Batched(params long[] sizes) => new([Dimension.Batch, .. sizes.Select(Dimension.FromInt64)]);

    private StateArgument Parameter(string name, Initialisation initialisation, params ImmutableArray<long> shape)
    {
        _state.Add(new StateEntry(name, shape, ElementType.Float32, IsParameter: true, IsTrainable: true, IsPersistent: true, initialisation));
        return new StateArgument(name);
    }

    private StateArgument Buffer(string name, ElementType element, double value, params ImmutableArray<long> shape)
    {
        var initialisation = new ConstantInitialisation(value);
        _state.Add(new StateEntry(name, shape, element, IsParameter: false, IsTrainable: false, IsPersistent: true, initialisation));
        return new StateArgument(name);
    }

    private ValueArgument Node(string name, params (string Name, GraphArgument Value)[] arguments)
    {
        var type = new TensorType([Dimension.Batch]);
        var bound = arguments.Select(argument => new NamedArgument(argument.Name, argument.Value));
        _nodes.Add(new GraphNode(name, [.. bound], [type], string.Empty, 0, default));
        return new ValueArgument(_nodes.Count - 1);
    }
}
