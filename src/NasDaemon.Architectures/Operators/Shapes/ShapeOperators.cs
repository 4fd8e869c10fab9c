namespace NasDaemon.Architectures.Operators.Shapes;

/// <summary>What changes a shape and keeps the elements. Every form of reshaping becomes <c>reshape</c>, every exchange of dimensions <c>permute</c>.</summary>
internal static class ShapeOperators
{
    /// <summary>The operators of the family.</summary>
    public static IEnumerable<OperatorDefinition> All =>
    [
        new("reshape", "input: Tensor, *shape: int[]", "torch.reshape .reshape", ReshapeRules.Reshape),
        new("view", "input: Tensor, *size: any", ".view", ReshapeRules.View),
        new("view_as", "input: Tensor, other: Tensor", ".view_as .reshape_as", ReshapeRules.ViewAs),
        new("flatten", "input: Tensor, start_dim: int = 0, end_dim: int = -1", "torch.flatten .flatten", FlattenRules.Flatten) { IsOverloaded = true },
        new("ravel", "input: Tensor", "torch.ravel .ravel", FlattenRules.Ravel),
        new("unflatten", "input: Tensor, dim: int, sizes/unflattened_size: int[]", "torch.unflatten .unflatten", FlattenRules.Unflatten),
        new("squeeze", "input: Tensor, dim/axis: int? = None", "torch.squeeze .squeeze .squeeze_", SqueezeRules.Squeeze) { IsOverloaded = true },
        new("unsqueeze", "input: Tensor, dim: int", "torch.unsqueeze .unsqueeze .unsqueeze_", SqueezeRules.Unsqueeze),
        new("permute", "input: Tensor, *dims: int[]", "torch.permute .permute", PermuteRules.Permute),
        new("transpose", "input: Tensor, dim0/axis0: int, dim1/axis1: int", "torch.transpose torch.swapaxes torch.swapdims .transpose .transpose_ .swapaxes .swapaxes_ .swapdims .swapdims_", PermuteRules.Transpose) { IsOverloaded = true },
        new("t", "input: Tensor", "torch.t .t .t_ @T @mT", PermuteRules.Matrix),
        new("movedim", "input: Tensor, source: int[1], destination: int[1]", "torch.movedim torch.moveaxis .movedim .moveaxis", PermuteRules.Move) { IsOverloaded = true },
        new("expand", "input: Tensor, *size: int[]", ".expand", ExpandRules.Expand) { Lowering = "{input}.expand({size})" },
        new("expand_as", "input: Tensor, other: Tensor", ".expand_as", ExpandRules.ExpandAs),
        new("broadcast_to", "input: Tensor, size: int[]", "torch.broadcast_to .broadcast_to", ExpandRules.BroadcastTo),
        new("repeat", "input: Tensor, *repeats: int[]", ".repeat", ExpandRules.Repeat) { Lowering = "{input}.repeat({repeats})" },
        new("tile", "input: Tensor, *dims: int[]", "torch.tile .tile", ExpandRules.Tile),
        new("repeat_interleave", "input: Tensor, repeats: int, dim: int? = None, *, ~output_size: int? = None", "torch.repeat_interleave .repeat_interleave", ExpandRules.RepeatInterleave) { IsOverloaded = true },
        new("flip", "input: Tensor, *dims: int[]", "torch.flip .flip", RollRules.Flip),
        new("roll", "input: Tensor, shifts: int[1], dims: int[1] = ()", "torch.roll .roll", RollRules.Roll),
    ];
}
