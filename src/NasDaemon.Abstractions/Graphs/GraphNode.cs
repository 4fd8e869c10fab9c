using System.Collections.Immutable;

namespace NasDaemon.Abstractions.Graphs;

/// <summary>One operator application, in the order of execution.</summary>
/// <param name="Operator">The operator's name in PyTorch's functional spelling, e.g. <c>conv2d</c>, <c>batch_norm</c>, <c>add</c>.</param>
/// <param name="Arguments">Every argument by its name in the operator's signature, defaults included, in the signature's order.</param>
/// <param name="Outputs">The types of the outputs; most operators have one.</param>
/// <param name="ModulePath">The module that applied it (<c>layer1.0.conv1</c>); empty for the network's own <c>forward</c>.</param>
/// <param name="Line">The line of the source that applied it, from 1; 0 where unknown.</param>
/// <param name="Cost">What it costs for one sample.</param>
public sealed record GraphNode(
    string Operator,
    ImmutableArray<NamedArgument> Arguments,
    ImmutableArray<TensorType> Outputs,
    string ModulePath,
    int Line,
    OperatorCost Cost);

/// <summary>An argument under its name.</summary>
/// <param name="Name">The parameter's name in the operator's signature.</param>
/// <param name="Value">What it is bound to.</param>
public sealed record NamedArgument(string Name, GraphArgument Value);

/// <summary>What an operator, or a whole network, costs for one sample.</summary>
/// <param name="Flops">Floating-point operations of the forward pass; one multiply-add counts as two.</param>
/// <param name="ActivationElements">Elements of the outputs that training has to keep.</param>
public readonly record struct OperatorCost(long Flops, long ActivationElements);
