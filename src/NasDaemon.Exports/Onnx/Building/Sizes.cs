using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Exports.Onnx.Model;

namespace NasDaemon.Exports.Onnx.Building;

/// <summary>Sizes that operators read, which may depend on the batch.</summary>
/// <param name="graph">The graph.</param>
/// <param name="input">The first input of the network, whose first dimension is the batch.</param>
internal sealed class Sizes(GraphWriter graph, OnnxValue? input)
{
    private static readonly TensorType One = new([1], ElementType.Int64);

    /// <summary>Sizes as a row of integers.</summary>
    /// <param name="sizes">The sizes.</param>
    /// <returns>A constant where they are fixed, else what computes them.</returns>
    public OnnxValue Row(IEnumerable<Dimension> sizes)
    {
        var all = sizes.Select(graph.Fix).ToArray();
        if (Array.TrueForAll(all, size => size.IsFixed))
        {
            return graph.Integers([.. all.Select(size => size.Constant)]);
        }

        var parts = all.Select(Single).ToArray();
        return parts.Length == 1
            ? parts[0]
            : graph.Node("Concat", new TensorType([parts.Length], ElementType.Int64), [.. parts], OnnxAttribute.Of("axis", 0));
    }

    /// <summary>A size as an integer without dimensions.</summary>
    /// <param name="size">The size.</param>
    /// <returns>Its value.</returns>
    public OnnxValue Scalar(Dimension size) => graph.Fix(size) is { IsFixed: true } known
        ? graph.Integer(known.Constant)
        : graph.Node("Squeeze", new TensorType([], ElementType.Int64), [Single(size)]);

    /// <summary>Sizes for a reshape, which finds one open size by itself.</summary>
    /// <param name="sizes">The sizes.</param>
    /// <returns>A constant where at most one size is open.</returns>
    public OnnxValue Shape(ImmutableArray<Dimension> sizes)
    {
        var all = sizes.Select(graph.Fix).ToArray();
        return all.Count(size => !size.IsFixed) == 1 && Array.TrueForAll(all, size => !size.IsFixed || size.Constant != 0)
            ? graph.Integers([.. all.Select(size => size.IsFixed ? size.Constant : -1)])
            : Row(sizes);
    }

    private OnnxValue Single(Dimension size)
    {
        if (size.IsFixed)
        {
            return graph.Integers(size.Constant);
        }

        var value = graph.BatchOf(input ?? throw new InvalidOperationException("A network without input has no batch."));
        value = size.BatchMultiple == 1 ? value : graph.Node("Mul", One, [value, graph.Integers(size.BatchMultiple)]);
        return size.Constant == 0 ? value : graph.Node("Add", One, [value, graph.Integers(size.Constant)]);
    }
}
