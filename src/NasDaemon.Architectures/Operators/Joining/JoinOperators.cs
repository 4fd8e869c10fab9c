namespace NasDaemon.Architectures.Operators.Joining;

/// <summary>Joining tensors, splitting them, and taking parts.</summary>
internal static class JoinOperators
{
    /// <summary>The operators of the family.</summary>
    public static IEnumerable<OperatorDefinition> All =>
    [
        new("cat", "tensors: Tensor[], dim/axis: int = 0", "torch.cat torch.concat", JoinRules.Concatenate) { IsOverloaded = true },
        new("concatenate", "tensors: Tensor[], dim/axis: int = 0", "torch.concatenate", JoinRules.AsCat) { IsOverloaded = true, MinimumVersion = "2.0" },
        new("stack", "tensors: Tensor[], dim/axis: int = 0", "torch.stack", JoinRules.Stack),
        new("chunk", "input: Tensor, chunks: int, dim: int = 0", "torch.chunk .chunk torch.unsafe_chunk .unsafe_chunk", SplitRules.Chunk),
        new("split", "input: Tensor, split_size_or_sections/split_size: any, dim: int = 0", "torch.split .split torch.unsafe_split .unsafe_split", SplitRules.Split),
        new("tensor_split", "input: Tensor, indices_or_sections/sections: any, dim: int = 0", "torch.tensor_split .tensor_split", SplitRules.TensorSplit),
        new("split_with_sizes", "input: Tensor, split_sizes: int[], dim: int = 0", "torch.split_with_sizes .split_with_sizes torch.unsafe_split_with_sizes .unsafe_split_with_sizes", SplitRules.WithSizes),
        new("unbind", "input: Tensor, dim: int = 0", "torch.unbind .unbind", SplitRules.Unbind),
        new("select", "input: Tensor, dim: int, index: int", "torch.select .select", PartRules.Select),
        new("narrow", "input: Tensor, dim: int, start: int, length: int", "torch.narrow .narrow", PartRules.Narrow),
        new("slice", "input: Tensor, dim: int, start: int, end: int, step: int", "", PartRules.Slice),
    ];
}
