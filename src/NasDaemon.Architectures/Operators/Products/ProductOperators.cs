namespace NasDaemon.Architectures.Operators.Products;

/// <summary>Linear layers and matrix products.</summary>
internal static class ProductOperators
{
    /// <summary>The operators of the family.</summary>
    public static IEnumerable<OperatorDefinition> All =>
    [
        new("linear", "input: Tensor, weight: Tensor, bias: Tensor? = None", "F:linear", LinearRules.Linear),
        new("bilinear", "input1: Tensor, input2: Tensor, weight: Tensor, bias: Tensor? = None", "F:bilinear torch.bilinear", LinearRules.Bilinear),
        new("matmul", "input: Tensor, other: Tensor", "torch.matmul .matmul .__matmul__", MatrixRules.Multiply),
        new("bmm", "input: Tensor, mat2: Tensor", "torch.bmm .bmm", MatrixRules.Batched),
        new("mm", "input: Tensor, mat2: Tensor", "torch.mm .mm", MatrixRules.Plain),
        new("einsum", "equation: str, *operands: any", "torch.einsum", EinsumRule.Apply) { Lowering = "torch.einsum({equation}, {operands})" },
    ];
}
