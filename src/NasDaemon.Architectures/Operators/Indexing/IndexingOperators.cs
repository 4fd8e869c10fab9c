namespace NasDaemon.Architectures.Operators.Indexing;

/// <summary>Reading and writing by index.</summary>
internal static class IndexingOperators
{
    /// <summary>The operators of the family.</summary>
    public static IEnumerable<OperatorDefinition> All =>
    [
        new("getitem", "input: Tensor, index: any", ".__getitem__", ItemRules.Read),
        new("setitem", "input: Tensor, index: any, value: any", ".__setitem__", ItemRules.Write),
        new("index", "input: Tensor, indices: any", "", TensorIndexRules.Read) { Lowering = "torch.index({input}, {indices})" },
        new("index_put", "input: Tensor, indices: any, values: Tensor, accumulate: bool = False", "torch.index_put torch.index_put_ .index_put .index_put_", TensorIndexRules.Write)
        {
            Lowering = "torch.index_put({input}, {indices}, {values}, {accumulate})",
        },
        new("index_select", "input: Tensor, dim: int, index: Tensor", "torch.index_select .index_select", LookupRules.IndexSelect) { IsOverloaded = true },
        new("gather", "input: Tensor, dim: int, index: Tensor, *, sparse_grad: bool = False", "torch.gather .gather", LookupRules.Gather)
        {
            IsOverloaded = true,
            Lowering = "torch.gather({input}, {dim}, {index}, sparse_grad={sparse_grad})",
        },
        new("take", "input: Tensor, index: Tensor", "torch.take .take", LookupRules.Take),
        new("take_along_dim", "input: Tensor, indices: Tensor, dim: int? = None", "torch.take_along_dim .take_along_dim", LookupRules.TakeAlong),
        new("scatter", "input: Tensor, dim: int, index: Tensor, src/value: Operand, *, reduce: str? = None", "torch.scatter .scatter .scatter_", ScatterRules.Scatter)
        {
            IsOverloaded = true,
        },
        new("scatter_plain", "input: Tensor, dim: int, index: Tensor, src: Operand", "", PointwiseRules.Unary(0)) { Lowering = "torch.scatter({input}, {dim}, {index}, {src})" },
        new("scatter_reducing", "input: Tensor, dim: int, index: Tensor, src: Operand, reduce: str", "", PointwiseRules.Unary(1)) { Lowering = "torch.scatter({input}, {dim}, {index}, {src}, reduce={reduce})" },
        new("scatter_add", "input: Tensor, dim: int, index: Tensor, src: Tensor", "torch.scatter_add .scatter_add .scatter_add_", ScatterRules.Same) { IsOverloaded = true },
        new("scatter_reduce", "input: Tensor, dim: int, index: Tensor, src: Tensor, reduce: str, *, include_self: bool = True", "torch.scatter_reduce .scatter_reduce .scatter_reduce_", ScatterRules.Same)
        {
            Lowering = "torch.scatter_reduce({input}, {dim}, {index}, {src}, {reduce}, include_self={include_self})",
        },
        new("index_add", "input: Tensor, dim: int, index: Tensor, source: Tensor, *, alpha: Number = 1", "torch.index_add .index_add .index_add_", ScatterRules.AlongIndex)
        {
            IsOverloaded = true,
            Lowering = "torch.index_add({input}, {dim}, {index}, {source}, alpha={alpha})",
        },
        new("index_copy", "input: Tensor, dim: int, index: Tensor, source: Tensor", "torch.index_copy .index_copy .index_copy_", ScatterRules.AlongIndex) { IsOverloaded = true },
        new("index_fill", "input: Tensor, dim: int, index: Tensor, value: Operand", "torch.index_fill .index_fill .index_fill_", ScatterRules.Same) { IsOverloaded = true },
        new("select_scatter", "input: Tensor, src: Tensor, dim: int, index: int", "torch.select_scatter .select_scatter", ScatterRules.Select),
        new("slice_scatter", "input: Tensor, src: Tensor, dim: int = 0, start: int? = None, end: int? = None, step: int = 1", "torch.slice_scatter .slice_scatter", ScatterRules.Slice),
        new("diagonal_scatter", "input: Tensor, src: Tensor, offset: int = 0, dim1: int = 0, dim2: int = 1", "torch.diagonal_scatter .diagonal_scatter", ScatterRules.Whole),
        new("masked_scatter", "input: Tensor, mask: Tensor, source: Tensor", "torch.masked_scatter .masked_scatter .masked_scatter_", ScatterRules.Whole),
        new("masked_select", "input: Tensor, mask: Tensor", "torch.masked_select .masked_select", DataDependent),
        new("nonzero", "input: Tensor, *, as_tuple: bool = False", "torch.nonzero .nonzero torch.argwhere .argwhere", DataDependent),
        new("unique", "input: Tensor, **", "torch.unique .unique torch.unique_consecutive .unique_consecutive", DataDependent),
        new("one_hot", "tensor: Tensor, num_classes: int = -1", "F:one_hot", LookupRules.OneHot),
    ];

    private static CallResult DataDependent(OperatorCall call) => new OperatorError(
        Abstractions.Failures.FailureClass.DataDependent,
        "RuntimeError",
        $"The shape of what {call.FunctionName}() returns depends on the values of a tensor.");
}
