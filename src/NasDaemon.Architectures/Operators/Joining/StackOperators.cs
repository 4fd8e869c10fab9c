namespace NasDaemon.Architectures.Operators.Joining;

/// <summary>NumPy's ways to join and split.</summary>
internal static class StackOperators
{
    /// <summary>The operators of the family.</summary>
    public static IEnumerable<OperatorDefinition> All =>
    [
        new("hstack", "tensors: Tensor[]", "torch.hstack", call => StackRules.Join(call, rank: 1, axisOfVectors: 0, axis: 1)),
        new("vstack", "tensors: Tensor[]", "torch.vstack torch.row_stack", call => StackRules.Join(call, rank: 2, axisOfVectors: 0, axis: 0)),
        new("dstack", "tensors: Tensor[]", "torch.dstack", call => StackRules.Join(call, rank: 3, axisOfVectors: 2, axis: 2)),
        new("column_stack", "tensors: Tensor[]", "torch.column_stack", StackRules.Columns),
        new("hsplit", "input: Tensor, indices_or_sections: any", "torch.hsplit .hsplit", call => StackRules.Split(call, call.Tensor("input").Shape.Length == 1 ? 0 : 1)),
        new("vsplit", "input: Tensor, indices_or_sections: any", "torch.vsplit .vsplit", call => StackRules.Split(call, 0)),
        new("dsplit", "input: Tensor, indices_or_sections: any", "torch.dsplit .dsplit", call => StackRules.Split(call, 2)),
        new("block_diag", "*tensors: Tensor[]", "torch.block_diag", StackRules.Blocks) { Lowering = "torch.block_diag({tensors})" },
        new("cartesian_prod", "*tensors: Tensor[]", "torch.cartesian_prod", StackRules.Products) { Lowering = "torch.cartesian_prod({tensors})" },
    ];
}
