using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Exports.Onnx.Model;

/// <summary>A value with its type.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
internal sealed record OnnxValue(string Name, TensorType Type)
{
    /// <summary>How many dimensions it has.</summary>
    public int Rank => Type.Shape.Length;

    /// <summary>Its dimensions.</summary>
    public ImmutableArray<Dimension> Shape => Type.Shape;

    /// <summary>The type of its elements.</summary>
    public ElementType Element => Type.Element;
}

/// <summary>A graph as ONNX has it.</summary>
/// <param name="Nodes">The operators in the order of execution.</param>
/// <param name="Tensors">Weights and constants.</param>
/// <param name="Inputs">What it reads.</param>
/// <param name="Output">What it returns.</param>
/// <param name="Values">Values in between whose types are stated.</param>
/// <param name="Metadata">What is said about it.</param>
internal sealed record OnnxGraph(
    ImmutableArray<OnnxNode> Nodes,
    ImmutableArray<OnnxTensor> Tensors,
    ImmutableArray<OnnxValue> Inputs,
    OnnxValue Output,
    ImmutableArray<OnnxValue> Values,
    ImmutableSortedDictionary<string, string> Metadata);
