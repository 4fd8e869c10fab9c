using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace NasDaemon.Abstractions.Graphs;

/// <summary>A traced network: operators in the order of execution, and the parameters and buffers under PyTorch's names.</summary>
/// <param name="Inputs">The types of what <c>forward</c> takes; the first is the batch of samples, supernets take weight vectors behind it.</param>
/// <param name="Nodes">The operators; every reference points to an earlier node.</param>
/// <param name="Output">What <c>forward</c> returns.</param>
/// <param name="OutputType">Its type.</param>
/// <param name="State">Parameters and buffers in the order of <c>state_dict</c>.</param>
/// <param name="ModuleTypes">The class name of each module by path (<c>"layer1.0" → "BasicBlock"</c>), the root under the empty path.</param>
public sealed record Architecture(
    ImmutableArray<TensorType> Inputs,
    ImmutableArray<GraphNode> Nodes,
    GraphArgument Output,
    TensorType OutputType,
    ImmutableArray<StateEntry> State,
    ImmutableSortedDictionary<string, string> ModuleTypes)
{
    /// <summary>
    /// What the network computes in evaluation mode where the source branches on <c>self.training</c>; null where that is the same graph,
    /// its dropout and normalisation aside.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EvaluationGraph? Evaluation { get; init; }

    /// <summary>Elements of all parameters, shared ones once: the figure that PyTorch users quote.</summary>
    [JsonIgnore]
    public long ParameterCount => State.Where(entry => entry.IsParameter && entry.SharedWith is null).Sum(entry => entry.Elements);

    /// <summary>Floating-point operations of one sample's forward pass; one multiply-add counts as two.</summary>
    [JsonIgnore]
    public long Flops => Nodes.Sum(node => node.Cost.Flops);

    /// <summary>Elements of activations that training keeps for one sample.</summary>
    [JsonIgnore]
    public long ActivationElements => Nodes.Sum(node => node.Cost.ActivationElements);
}
