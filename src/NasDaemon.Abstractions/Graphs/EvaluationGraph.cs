using System.Collections.Immutable;

namespace NasDaemon.Abstractions.Graphs;

/// <summary>What a network whose source branches on <c>self.training</c> computes in evaluation mode, from the same inputs and the same state.</summary>
/// <param name="Nodes">The operators; every reference points to an earlier node of this list.</param>
/// <param name="Output">What <c>forward</c> returns.</param>
/// <param name="OutputType">Its type.</param>
public sealed record EvaluationGraph(ImmutableArray<GraphNode> Nodes, GraphArgument Output, TensorType OutputType);
