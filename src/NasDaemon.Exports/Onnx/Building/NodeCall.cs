using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Operators;
using NasDaemon.Exports.Onnx.Model;

namespace NasDaemon.Exports.Onnx.Building;

/// <summary>One operator of our graph while it is written: its arguments, and what it is written into.</summary>
/// <param name="graph">The graph that is written.</param>
/// <param name="sizes">Sizes that may depend on the batch.</param>
/// <param name="node">The operator's application.</param>
/// <param name="values">The value behind an argument that is a tensor.</param>
internal sealed class NodeCall(GraphWriter graph, Sizes sizes, GraphNode node, Func<GraphArgument, OnnxValue> values)
{
    /// <summary>The graph that is written.</summary>
    public GraphWriter Graph => graph;

    /// <summary>Sizes that may depend on the batch.</summary>
    public Sizes Sizes => sizes;

    /// <summary>The operator.</summary>
    public string Operator => node.Operator;

    /// <summary>The types of its outputs.</summary>
    public ImmutableArray<TensorType> Outputs { get; } = [.. node.Outputs.Select(graph.Fix)];

    /// <summary>The type of its first output.</summary>
    public TensorType Output => Outputs[0];

    /// <summary>The argument <c>input</c>.</summary>
    public OnnxValue Input => Tensor("input");

    /// <summary>An argument.</summary>
    public GraphArgument this[string name] => Find(name) ?? throw new ArgumentException($"{node.Operator} has no argument '{name}'.");

    /// <summary>A tensor.</summary>
    public OnnxValue Tensor(string name) => values(this[name]);

    /// <summary>A tensor that may be left out.</summary>
    public OnnxValue? Optional(string name) => IsNone(name) ? null : Tensor(name);

    /// <summary>Tensors.</summary>
    public ImmutableArray<OnnxValue> Tensors(string name) => [.. ((ListArgument)this[name]).Items.Select(values)];

    /// <summary>The tensors of a list that has gaps.</summary>
    public IEnumerable<OnnxValue> Given(string name) => ((ListArgument)this[name]).Items.Where(item => item is not NoneArgument).Select(values);

    /// <summary>Whether an argument is left out.</summary>
    public bool IsNone(string name) => Find(name) is null or NoneArgument;

    /// <summary>A truth value; what depends on the training mode is false.</summary>
    public bool Truth(string name) => this[name] is BoolArgument { Value: true };

    /// <summary>A text.</summary>
    public string Text(string name) => ((TextArgument)this[name]).Value;

    /// <summary>Whether an argument is a tensor.</summary>
    public bool IsTensor(string name) => Find(name) is ValueArgument or StateArgument or InputArgument;

    /// <summary>A number.</summary>
    public double Number(string name) => Number(this[name]);

    /// <summary>A size, which may depend on the batch.</summary>
    public Dimension Size(string name) => graph.Fix(((IntArgument)this[name]).Value);

    /// <summary>An integer.</summary>
    public long Integer(string name) => Size(name).Constant;

    /// <summary>Sizes, which may depend on the batch.</summary>
    public ImmutableArray<Dimension> SizesOf(string name) => this[name] is ListArgument list
        ? [.. list.Items.Select(item => item is IntArgument size ? graph.Fix(size.Value) : default)]
        : [Size(name)];

    /// <summary>Integers.</summary>
    public ImmutableArray<long> Integers(string name) => [.. SizesOf(name).Select(size => size.Constant)];

    /// <summary>A dimension's index, counted from the front.</summary>
    public int Axis(string name, OnnxValue of) => (int)Axis(Integer(name), of.Rank);

    /// <summary>Dimensions' indices, counted from the front; all where the argument is left out or empty.</summary>
    public ImmutableArray<long> Axes(string name, OnnxValue of)
    {
        var given = IsNone(name) ? [] : Integers(name);
        return given.IsEmpty ? [.. Enumerable.Range(0, of.Rank).Select(axis => (long)axis)] : [.. given.Select(axis => Axis(axis, of.Rank))];
    }

    /// <summary>The element type that an argument names; null where it is left out.</summary>
    public ElementType? Element(string name) => IsNone(name) ? null : ElementTypes.Find(Text(name));

    /// <summary>A tensor or a number, as a tensor of an element type.</summary>
    public OnnxValue Operand(string name, ElementType element) => this[name] switch
    {
        IntArgument { Value: var size } when !graph.Fix(size).IsFixed => this.Cast(sizes.Scalar(size), element),
        ValueArgument or StateArgument or InputArgument => this.Cast(Tensor(name), element),
        var number => graph.Number(Number(number), element),
    };

    /// <summary>Writes an ONNX operator that makes the first output.</summary>
    public OnnxValue Emit(string name, ReadOnlySpan<OnnxValue?> inputs, params ReadOnlySpan<OnnxAttribute> attributes) =>
        graph.Node(name, Output, inputs, attributes);

    /// <summary>Writes an ONNX operator.</summary>
    public OnnxValue Emit(string name, TensorType type, ReadOnlySpan<OnnxValue?> inputs, params ReadOnlySpan<OnnxAttribute> attributes) =>
        graph.Node(name, type, inputs, attributes);

    private static long Axis(long axis, int rank) => axis < 0 ? axis + rank : axis;

    private static double Number(GraphArgument argument) => argument switch
    {
        IntArgument integer => integer.Value.Constant,
        FloatArgument number => number.Value,
        BoolArgument truth => truth.Value ? 1 : 0,
        _ => throw new ArgumentException($"{argument} is no number."),
    };

    private GraphArgument? Find(string name)
    {
        foreach (var argument in node.Arguments)
        {
            if (argument.Name == name)
            {
                return argument.Value;
            }
        }

        return null;
    }
}
