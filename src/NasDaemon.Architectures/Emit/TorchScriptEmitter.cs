using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Architectures.Graphs;

namespace NasDaemon.Architectures.Emit;

/// <summary>
/// Writes a network as the text of one TorchScript method that libtorch 1.13 and 2.x compile. It holds for every batch
/// size and for training and evaluation alike.
/// </summary>
/// <remarks>
/// <para>Where the precision is bfloat16: convolutions with one group and at least 16 input channels, linear layers and matrix products
/// cast their inputs and weights to bfloat16. Batch normalisation, ReLU, max and average pooling, addition,
/// concatenation and dropout that follow them keep the activation in bfloat16. Every other operator, and the output, is float32.
/// Weights stay float32. The rule looks at the graph alone, so that a seed gives the same figures on every run.</para>
/// </remarks>
public static class TorchScriptEmitter
{
    /// <summary>Lowers a network.</summary>
    /// <param name="architecture">The network.</param>
    /// <param name="options">How.</param>
    /// <returns>The method's text.</returns>
    /// <exception cref="ArgumentException">The network has an operator that is not in the catalogue.</exception>
    public static LoweredNetwork Lower(Architecture architecture, LoweringOptions options)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        ArgumentNullException.ThrowIfNull(options);
        return new MethodWriter(architecture, options).Write();
    }

    /// <summary>Lowers what computes a tensor without any input.</summary>
    /// <param name="nodes">The operators, in order; those that the tensor does not depend on are left out.</param>
    /// <param name="output">The tensor.</param>
    /// <param name="type">Its type.</param>
    /// <returns>A method <c>forward(self)</c>.</returns>
    internal static string LowerTable(IReadOnlyList<GraphNode> nodes, GraphArgument output, TensorType type)
    {
        var (live, result) = DeadNodes.Remove(nodes, output);
        return Lower(new Architecture([], live, result, type, [], ImmutableSortedDictionary<string, string>.Empty), new LoweringOptions(Precision.Float32)).ForwardSource;
    }
}
