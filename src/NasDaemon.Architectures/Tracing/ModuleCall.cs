using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Tracing;

/// <summary>One application of a module. A module that is applied twice has two.</summary>
/// <param name="Path">The module's path; empty for the network.</param>
/// <param name="Depth">How many applications it is inside of; 0 for the network's own.</param>
/// <param name="Inputs">The tensors that it was given.</param>
/// <param name="Outputs">The tensors that it returned.</param>
/// <param name="Line">The line of the source that applied it, from 1; 0 where unknown.</param>
/// <param name="IsBuiltIn">Whether its <c>forward</c> is PyTorch's own rather than the source's.</param>
/// <param name="FirstNode">The first operator that was applied in it.</param>
/// <param name="EndNode">The operator behind its last; <paramref name="FirstNode"/> where it applied none that the output depends on.</param>
public sealed record ModuleCall(
    string Path,
    int Depth,
    ImmutableArray<TensorType> Inputs,
    ImmutableArray<TensorType> Outputs,
    int Line,
    bool IsBuiltIn,
    int FirstNode,
    int EndNode);
