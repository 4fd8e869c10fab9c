namespace NasDaemon.Architectures.Operators.Shapes;

/// <summary>Diagonals, turns, windows, and functions that bring several tensors into a common form.</summary>
internal static class RearrangeOperators
{
    /// <summary>The operators of the family.</summary>
    public static IEnumerable<OperatorDefinition> All =>
    [
        new("diagonal", "input: Tensor, offset: int = 0, dim1: int = 0, dim2: int = 1", "torch.diagonal .diagonal", DiagonalRules.Diagonal) { IsOverloaded = true },
        new("diag", "input: Tensor, diagonal: int = 0", "torch.diag .diag", DiagonalRules.Diag),
        new("diag_embed", "input: Tensor, offset: int = 0, dim1: int = -2, dim2: int = -1", "torch.diag_embed .diag_embed", DiagonalRules.Embed),
        new("diagflat", "input: Tensor, offset: int = 0", "torch.diagflat .diagflat", DiagonalRules.Flat),
        new("trace", "input: Tensor", "torch.trace .trace", DiagonalRules.Trace),
        new("fliplr", "input: Tensor", "torch.fliplr .fliplr", TurnRules.LeftToRight),
        new("flipud", "input: Tensor", "torch.flipud .flipud", TurnRules.UpsideDown),
        new("rot90", "input: Tensor, k: int = 1, dims: int[] = (0;1)", "torch.rot90 .rot90", TurnRules.Quarter),
        new("unfold_dim", "input: Tensor, dimension: int, size: int, step: int", ".unfold", WindowRules.Unfold) { Lowering = "{input}.unfold({dimension}, {size}, {step})" },
        new("as_strided", "input: Tensor, size: int[], stride: int[], storage_offset: int? = None", "torch.as_strided .as_strided", WindowRules.Strided),
        new("atleast_1d", "*tensors: any", "torch.atleast_1d", call => CommonFormRules.AtLeast(call, 1)),
        new("atleast_2d", "*tensors: any", "torch.atleast_2d", call => CommonFormRules.AtLeast(call, 2)),
        new("atleast_3d", "*tensors: any", "torch.atleast_3d", call => CommonFormRules.AtLeast(call, 3)),
        new("broadcast_tensors", "*tensors: Tensor[]", "torch.broadcast_tensors", CommonFormRules.Broadcast),
        new("broadcast_shapes", "*shapes: any", "torch.broadcast_shapes", CommonFormRules.Shapes),
        new("meshgrid", "*tensors: any, indexing: str? = None", "torch.meshgrid", CommonFormRules.Grid),
        new("view_as_real", "input: Tensor", "torch.view_as_real", ComplexRules.AsReal),
        new("view_as_complex", "input: Tensor", "torch.view_as_complex", ComplexRules.AsComplex),
        new("real", "input: Tensor", "torch.real @real", ComplexRules.Part),
        new("imag", "input: Tensor", "torch.imag @imag", ComplexRules.Part),
        new("angle", "input: Tensor", "torch.angle .angle", ComplexRules.Angle),
        new("conj", "input: Tensor", "torch.conj .conj", PointwiseRules.Unary(0)),
        new("complex", "real: Tensor, imag: Tensor", "torch.complex", ComplexRules.Join),
        new("polar", "abs: Tensor, angle: Tensor", "torch.polar", ComplexRules.Join),
        new("adjoint", "input: Tensor", "torch.adjoint .adjoint @H @mH", ComplexRules.Adjoint),
    ];
}
